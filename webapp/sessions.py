"""Sessions live on the server: the cookie is a random token, the store keeps its hash.

A replayed cookie after signing out finds nothing. Readers without account get no cookie at all.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from flask import Flask, Request, Response
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

from graph.model.changes import Record
from graph.model.errors import RecordConflict, Unavailable
from webapp.services import Services

COOKIE = "knotenpunkt"
KIND = "session"
IDLE = timedelta(hours=8)
ABSOLUTE = timedelta(days=7)
_TOUCH = timedelta(minutes=10)
"""A session in use is written at most this often."""


class ServerSession(CallbackDict[str, Any], SessionMixin):
    """A session's values. `rotate` gives it a new token when it is saved: at sign-in, and when rights change."""

    def __init__(self, record: Record | None) -> None:
        def changed(_: object) -> None:
            self.modified = True

        super().__init__(dict(record.body.get("values", {})) if record else {}, changed)
        self.record = record
        self.modified = False
        self.rotate = False


class ServerSessions(SessionInterface):
    """Keeps sessions as Records."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        token = request.cookies.get(COOKIE)
        return ServerSession(self._find(token) if token else None)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        assert isinstance(session, ServerSession)
        if not session:
            self._end(session, response)
        elif (
            session.modified
            or session.rotate
            or session.record
            and session.record.due
            and session.record.due <= self._services.now()
        ):
            self._save(session, response)

    def _find(self, token: str) -> Record | None:
        try:
            record = self._services.store.get(KIND, _hash(token))
        except Unavailable:
            return None
        now = self._services.now()
        return record if record and record.expires and record.expires > now else None

    def _save(self, session: ServerSession, response: Response) -> None:
        now = self._services.now()
        old = session.record
        started = datetime.fromisoformat(old.body["started"]) if old and not session.rotate else now
        body = {"values": dict(session), "started": started.isoformat()}
        expires = min(now + IDLE, started + ABSOLUTE)
        owner = str(session.get("_user_id", ""))
        try:
            if old and not session.rotate:
                self._services.store.commit(None, put=[_record(old.id, body, owner, now, expires, old.version)])
                return
            token = secrets.token_urlsafe(32)
            new = _record(_hash(token), body, owner, now, expires, 0)
            self._services.store.commit(None, put=[new], drop=[old] if old else [])
        except RecordConflict:
            return  # another request of the same person was first; nothing but a flash message is lost
        self._set_cookie(response, token, expires)

    def _end(self, session: ServerSession, response: Response) -> None:
        if session.record is None:
            return
        try:
            self._services.store.commit(None, drop=[session.record])
        except RecordConflict:
            again = self._services.store.get(KIND, session.record.id)
            if again:
                self._services.store.commit(None, drop=[again])
        response.delete_cookie(COOKIE, path="/")

    def _set_cookie(self, response: Response, token: str, expires: datetime) -> None:
        response.set_cookie(
            COOKIE, token, expires=expires, path="/", httponly=True, samesite="Lax",
            secure=self._services.config.secure_cookies,
        )  # fmt: skip


def end_all(services: Services, account: str, but: str = "") -> None:
    """End all sessions of an account: its password or its rights changed."""
    for record in services.store.find(KIND, owner=account, limit=10_000):
        if record.id != but:
            try:
                services.store.commit(None, drop=[record])
            except RecordConflict:
                continue


def _record(id: str, body: dict[str, Any], owner: str, now: datetime, expires: datetime, version: int) -> Record:
    # `due` is when a session in use is written again; nobody claims sessions.
    return Record(kind=KIND, id=id, body=body, owner=owner, due=now + _TOUCH, expires=expires, version=version)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
