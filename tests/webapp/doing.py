"""A worker that does jobs in the test's own process: child processes take seconds, and have tests of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from graph.model.errors import KnotenpunktError
from importers.child.stopped import Stopped
from webapp.pages.imports import steps
from webapp.services import Services
from webapp.worker import Worker


def inline(
    task: str,
    payload: bytes,
    *,
    arguments: Mapping[str, Any],
    on_progress: Callable[..., None],
    cancelled: Callable[[], bool],
    **limits: Any,
) -> Any:
    """As `bounded.run`, without its bounds."""
    module, _, function = task.partition(":")
    if cancelled():
        raise Stopped("child.cancelled")
    try:
        return getattr(import_module(module), function)(payload, arguments, on_progress)
    except KnotenpunktError as error:
        raise Stopped(error.code, **error.params) from error


@contextmanager
def working(services: Services) -> Iterator[Worker]:
    """A worker at work; pages wait for it as long as it takes, however busy the machine is."""
    worker = Worker(services, inline)
    worker.begin()
    patience, steps.WAIT_SECONDS = steps.WAIT_SECONDS, 60.0
    try:
        yield worker
    finally:
        steps.WAIT_SECONDS = patience
        worker.stop()
