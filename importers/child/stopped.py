"""How a child process ended that brought no result."""

from __future__ import annotations

from graph.model.errors import KnotenpunktError


class Stopped(KnotenpunktError):
    """A task that was stopped or gave up: `child.*`, or the code of the task's own error."""
