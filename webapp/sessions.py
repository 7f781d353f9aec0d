"""Sessions live on the server: the cookie is a random token, the store keeps its hash.

A replayed cookie after signing out finds nothing. Readers without account get no cookie at all.
"""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any, cast

import flask
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
        if old and not session.rotate:
            started = datetime.fromisoformat(old.body["started"])
            # Another request of the same person was first, or ended it; or it is read on from memory.
            with contextlib.suppress(RecordConflict, Unavailable):
                self._put(old.id, session, now, started, old.version)
            return
        token = secrets.token_urlsafe(32)
        self._put(_hash(token), session, now, now, 0)
        if old:
            end(self._services, old.id)
        self._set_cookie(response, token)

    def _put(self, id: str, session: ServerSession, now: datetime, started: datetime, version: int) -> None:
        record = Record(
            kind=KIND,
            id=id,
            body={"values": dict(session), "started": started.isoformat()},
            version=version,
            owner=str(session.get("_user_id", "")),
            due=now + _TOUCH,  # when a session in use is written again; nobody claims sessions
            expires=min(now + IDLE, started + ABSOLUTE),
        )
        self._services.store.commit(None, put=[record])

    def _end(self, session: ServerSession, response: Response) -> None:
        if session.record is not None:
            end(self._services, session.record.id)
            response.delete_cookie(COOKIE, path="/", httponly=True, samesite="Lax")

    def _set_cookie(self, response: Response, token: str) -> None:
        # Without an expiry of its own: gone with the browser, on a shared desk too. The store knows how long it holds.
        response.set_cookie(
            COOKIE, token, path="/", httponly=True, samesite="Lax",
            secure=self._services.config.secure_cookies,
        )  # fmt: skip


def end_all(services: Services, account: str, but: str = "") -> None:
    """End all sessions of an account, but one: its password or its rights changed."""
    for record in services.store.find(KIND, owner=account, limit=10_000):
        if record.id != but:
            end(services, record.id)


def end(services: Services, id: str) -> None:
    """End a session, also when a request that uses it writes it at the same moment."""
    while (record := services.store.get(KIND, id)) is not None:
        with contextlib.suppress(RecordConflict):
            services.store.commit(None, drop=[record])


def current() -> ServerSession:
    """The session of this request."""
    return cast(ServerSession, flask.session._get_current_object())  # type: ignore[attr-defined]


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
