"""Applications over generated networks, asked without a browser's or a test client's cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from flask import Flask
from werkzeug.test import EnvironBuilder

from graph.connect import open_store
from graph.live import Live
from graph.model.fields import Audience
from graph.network import Network
from tests.generator import fill, generate
from webapp.app import create_app
from webapp.config import Config
from webapp.services import Services

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SMALL, MIDDLE, LARGE = 130, 2000, 20_000


@dataclass(kw_only=True)
class Ground:
    """A running application."""

    app: Flask
    services: Services

    @property
    def network(self) -> Network:
        """What an anonymous reader sees."""
        return self.services.live.current().network.seen_by(Audience.PUBLIC)

    def ids(self, kind: str, most: int = 200) -> list[str]:
        """Ids of different entries of a kind, the same in every run."""
        found = sorted(self.network.of_kind(kind))
        return Random(1).sample(found, min(most, len(found)))

    def asking(self, path: str) -> Callable[[], bytes]:
        """A request to a path, ready to be sent any number of times. Raises unless it is answered with 200."""
        environ = EnvironBuilder(path=path.partition("?")[0], query_string=path.partition("?")[2]).get_environ()
        app = self.app.wsgi_app
        answered: list[str] = []

        def ask() -> bytes:
            answered.clear()
            body = b"".join(app(dict(environ), lambda status, headers, info=None: answered.append(status)))  # type: ignore[arg-type]
            if answered != ["200 OK"]:
                raise AssertionError(f"{path}: {answered}")
            return body

        return ask

    def forget(self) -> None:
        """What was computed is gone, as after a change."""
        whole = self.services.live.current().network
        for audience in Audience:
            whole.seen_by(audience).forget_memo()


@dataclass(kw_only=True)
class _Made:
    ground: Ground
    store_path: Path


@dataclass
class Grounds:
    """Applications by size, made when first asked for."""

    folder: Path
    _made: dict[tuple[int, bool], _Made] = field(default_factory=dict)

    def of(self, actors: int, *, joined: bool = True) -> Ground:
        """An application over a network of so many actors."""
        return self._get(actors, joined).ground

    def data(self, actors: int) -> Path:
        """The data folder of an application, for another process to open."""
        return self._get(actors, True).store_path.parent

    def close(self) -> None:
        """Close all stores."""
        for made in self._made.values():
            made.ground.services.store.close()  # type: ignore[attr-defined]

    def _get(self, actors: int, joined: bool) -> _Made:
        if (actors, joined) not in self._made:
            config = Config(data=self.folder / f"{actors}-{joined}")
            store = open_store(config.url)
            fill(store, generate(actors, joined=joined))
            services = Services(config=config, store=store, live=Live(store), now=lambda: NOW)
            app = create_app(services)
            self._made[actors, joined] = _Made(ground=Ground(app=app, services=services), store_path=Path(config.url))
        return self._made[actors, joined]
