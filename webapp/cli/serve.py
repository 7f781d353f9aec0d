"""`knotenpunkt serve`: answer in the browser."""

from __future__ import annotations

import argparse
import dataclasses
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from webapp.cli.choice import add_choice, base, decided
from webapp.cli.speech import Refused, said, tell

if TYPE_CHECKING:
    from webapp.config import Config, Mode
    from webapp.services import Services

NAME = "serve"
HELP = ("Knotenpunkt für den Browser starten", "start Knotenpunkt for the browser")

_AT = ("\nKnotenpunkt ist bereit: {url}\nBeenden mit Strg+C.", "\nKnotenpunkt is ready: {url}\nStop it with Ctrl+C.")
_CODE = (
    "\nDieses Netzwerk hat noch keine Administration. Legen Sie das erste Konto an:\n\n"
    "    {url}/de/setup\n    Einmal-Code: {code}\n\nDer Code gilt 24 Stunden und nur bis zum nächsten Start.",
    "\nThis network has no administrator yet. Create the first account:\n\n"
    "    {url}/en/setup\n    One-time code: {code}\n\nThe code is valid for 24 hours, and only until the next start.",
)
_TAKEN = (
    "Der Anschluss {port} ist schon belegt. Läuft Knotenpunkt schon? Sonst bitte einen anderen wählen: --port {other}",
    "Port {port} is taken. Is Knotenpunkt running already? Otherwise please choose another: --port {other}",
)
_REFUSED = (
    "Unter {host}, Anschluss {port}, darf oder kann Knotenpunkt nicht antworten.",
    "Knotenpunkt cannot or may not answer at {host}, port {port}.",
)
_EVERYWHERE = {"0.0.0.0", "::", ""}


def add(parser: argparse.ArgumentParser) -> None:
    """Which network, and where."""
    add_choice(parser)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument(
        "--area",
        action="append",
        default=[],
        metavar="ARS",
        help=said(("nur dieses Gebiet anbieten (mehrfach möglich)", "serve this area only (may be repeated)")),
    )


def run(options: argparse.Namespace) -> int:
    """Serve until stopped. Without a chosen or existing own network the first page asks."""
    from webapp import server
    from webapp.first_page import FirstPage

    config = dataclasses.replace(_named(base(options), options.host), areas=tuple(options.area))
    mode: Mode | None = options.mode or decided(config)
    started = _Started(config)
    first = FirstPage(config, started.make)

    def ready(port: int) -> None:
        started.url = f"http://{'127.0.0.1' if options.host in _EVERYWHERE else options.host}:{port}"
        if mode:
            first.choose(mode)
        if mode == "own":
            first.wait()  # the demo says on its first page how far it is
        tell(_AT, url=started.url)

    try:
        server.serve(first, options.host, options.port, ready)
    except server.CannotListen as refused:
        pair = _TAKEN if refused.taken else _REFUSED
        raise Refused(pair, host=options.host, port=options.port, other=options.port + 1) from refused
    finally:
        started.stop()
    return 0


class _Started:
    """What runs beside the server, from the choice of a network to the end."""

    def __init__(self, config: Config) -> None:
        self.url = ""
        self._config = config
        self._stop: list[Callable[[], None]] = []

    def make(self, mode: Mode, progress: Callable[[str, int, int], None]) -> Any:
        """The application of a mode, with a worker for its jobs."""
        from webapp.opening import open_application
        from webapp.worker import Worker

        services, app = open_application(dataclasses.replace(self._config, mode=mode), progress)
        worker = Worker(services)
        worker.begin()
        threading.Thread(target=services.live.warm, name="warm", daemon=True).start()
        self._stop += [worker.stop, services.store.close]
        _tell_code(services, self.url)
        return app

    def stop(self) -> None:
        """End the worker, then close the store."""
        for stop in self._stop:
            stop()


def _tell_code(services: Services, url: str) -> None:
    from webapp.accounts.codes import begin_setup

    code = begin_setup(services.store, services.now())
    if code:
        tell(_CODE, url=url, code=code)


def _named(config: Config, host: str) -> Config:
    """The configuration that also answers to the name it was told to listen at."""
    if host in _EVERYWHERE or host in config.trusted_hosts:
        return config
    return dataclasses.replace(config, trusted_hosts=(*config.trusted_hosts, host))
