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
from flask import Flask, Request, Response, g
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

from graph.model.changes import Record
from graph.model.errors import RecordConflict, Unavailable
from webapp.services import Services
from webapp.services import services as services_of_app

COOKIE = "knotenpunkt"
KIND = "session"
IDLE = timedelta(hours=8)
ABSOLUTE = timedelta(days=7)
_TOUCH = timedelta(minutes=10)
"""A session in use is written at most this often."""


class ServerSession(CallbackDict[str, Any], SessionMixin):
    """A session's values. `rotate` gives it a new token when it is saved: at sign-in, and when rights change.

    `unknown`: there is a cookie, but the store does not answer, so nobody can say whose it is.
    """

    def __init__(self, record: Record | None, unknown: bool = False) -> None:
        def changed(_: object) -> None:
            self.modified = True

        super().__init__(dict(record.body.get("values", {})) if record else {}, changed)
        self.record = record
        self.unknown = unknown
        self.modified = False
        self.rotate = False


class ServerSessions(SessionInterface):
    """Keeps sessions as Records of the application's store."""

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        token = request.cookies.get(COOKIE)
        if not token:
            return ServerSession(None)
        services = services_of_app()
        g.state = services.live.current()  # the shortest question first: a store that is silent is then known to be
        try:
            return ServerSession(_find(services, token))
        except Unavailable:
            return ServerSession(None, unknown=True)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        assert isinstance(session, ServerSession)
        services, record = services_of_app(), session.record
        if not session:
            if record is not None:
                end(services, record.id)
                response.delete_cookie(COOKIE, path="/", httponly=True, samesite="Lax")
        elif record is None or session.rotate:
            _begin(services, session, response)
        elif session.modified or record.due and record.due <= services.now():
            _write(services, session, record)


def end_all(services: Services, account: str, but: str = "") -> None:
    """End all sessions of an account, but one: its password or its rights changed."""
    for record in services.store.find(KIND, owner=account, limit=10_000):
        if record.id != but:
            end(services, record.id)


def end(services: Services, id: str) -> None:
    """End a session, also when a request that uses it writes it at the same moment."""
    services.remembered.forget((KIND, id))
    while (record := services.store.get(KIND, id)) is not None:
        with contextlib.suppress(RecordConflict):
            services.store.commit(None, drop=[record])


def current() -> ServerSession:
    """The session of this request."""
    return cast(ServerSession, flask.session._get_current_object())  # type: ignore[attr-defined]


def _find(services: Services, token: str) -> Record | None:
    id = _hash(token)
    record = services.read_who((KIND, id), lambda: services.store.get(KIND, id))
    return record if record and record.expires and record.expires > services.now() else None


def _begin(services: Services, session: ServerSession, response: Response) -> None:
    token = secrets.token_urlsafe(32)
    now = services.now()
    services.store.commit(None, put=[_record(_hash(token), session, now, now)])
    if session.record:
        end(services, session.record.id)
    # Without an expiry of its own: gone with the browser, on a shared desk too. The store knows how long it holds.
    secure = services.config.secure_cookies
    response.set_cookie(COOKIE, token, path="/", httponly=True, samesite="Lax", secure=secure)


def _write(services: Services, session: ServerSession, old: Record) -> None:
    record = _record(old.id, session, services.now(), datetime.fromisoformat(old.body["started"]), old.version)
    # Another request of the same person was first, or ended it; or the store is silent and one reads on from memory.
    with contextlib.suppress(RecordConflict, Unavailable):
        services.store.commit(None, put=[record])


def _record(id: str, session: ServerSession, now: datetime, started: datetime, version: int = 0) -> Record:
    return Record(
        kind=KIND,
        id=id,
        body={"values": dict(session), "started": started.isoformat()},
        version=version,
        owner=str(session.get("_user_id", "")),
        due=now + _TOUCH,  # when a session in use is written again; nobody claims sessions
        expires=min(now + IDLE, started + ABSOLUTE),
    )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
