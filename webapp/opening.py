"""From a configuration to a running application: the store opened and seeded, the demo filled."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from flask import Flask

from graph.model.errors import Unavailable
from graph.operations.seed import seed
from webapp import demo
from webapp.app import create_app
from webapp.config import Config
from webapp.services import Services, open_services


def open_network(config: Config) -> Services:
    """The services of a network that has at least what every network begins with. Raises KnotenpunktError."""
    services = open_services(config)
    seed(services.store, services.now())
    services.live.refresh()
    with contextlib.suppress(Unavailable):  # on a full disk one still starts, to read; the worker tries again
        services.store.purge(services.now())
    return services


def open_application(config: Config, progress: Callable[[str, int, int], None]) -> tuple[Services, Flask]:
    """The application over a network, the demo's filled first where need be."""
    services = open_network(config)
    if config.mode == "demo":
        demo.build(services, progress)
        services.live.refresh()
    return services, create_app(services)
