"""The web server: waitress, one process, eight threads."""

from __future__ import annotations

import errno
import logging
import signal
import types
from collections.abc import Callable
from typing import Any

from waitress import create_server

from importers.files.limits import FILE_BYTES

THREADS = 8
CONNECTIONS = 1_000
"""Waitress allows 100, which the browsers of one office can hold open."""
QUIET_SECONDS = 60
BODY_BYTES = FILE_BYTES + 1_000_000
"""The largest file that is read, with the form around it. Most routes take far less."""
_REFUSED = {errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL}


class CannotListen(Exception):
    """The address can't be had: taken, forbidden, or not of this machine."""

    def __init__(self, taken: bool) -> None:
        super().__init__(taken)
        self.taken = taken


def serve(app: Callable[..., Any], host: str, port: int, ready: Callable[[int], None]) -> None:
    """Answer requests until SIGINT or SIGTERM; what is being answered then is finished. Raises CannotListen."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a request that waits a moment is no news
    server = _listening(app, host, port)
    signal.signal(signal.SIGTERM, _stop)
    try:
        ready(_port_of(server))
        server.run()  # ends on SystemExit and KeyboardInterrupt once its threads are done
    finally:
        server.close()


def _listening(app: Callable[..., Any], host: str, port: int) -> Any:
    try:
        return create_server(
            app, host=host, port=port, threads=THREADS, connection_limit=CONNECTIONS, ident=None,
            channel_timeout=QUIET_SECONDS, max_request_body_size=BODY_BYTES,
            clear_untrusted_proxy_headers=False,  # the application believes them only when told how many proxies
        )  # fmt: skip
    except ValueError as exc:  # how waitress says that it knows no such host
        raise CannotListen(taken=False) from exc
    except OSError as exc:
        if exc.errno in _REFUSED:
            raise CannotListen(taken=exc.errno == errno.EADDRINUSE) from exc
        raise


def _port_of(server: Any) -> int:
    """The port listened on: a free one when 0 was asked for."""
    several = getattr(server, "effective_listen", None)
    return int(several[0][1] if several else server.effective_port)


def _stop(number: int, frame: types.FrameType | None) -> None:
    raise SystemExit(0)
