"""What jobs do: functions that run in bounded child processes, called as function(payload, arguments, progress).

`arguments` hold what the job was started with, and of the worker: `store` (address), `incoming` (folder of uploads),
`now` (ISO), `account` and `job`. A task may run twice, when the process that ran it died.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from importers.files.read import STOPPED

_MB = 2**20


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Bytes and seconds that a task may take."""

    memory: int
    cpu: int
    wall: float
    told_as: Mapping[str, str] = field(default_factory=dict)
    """What being stopped means of this task: code → code of the sentence to say."""


READING = Limits(memory=768 * _MB, cpu=20, wall=30, told_as=STOPPED)
HEAVY = Limits(memory=2048 * _MB, cpu=120, wall=180)
LONG = Limits(memory=4096 * _MB, cpu=1200, wall=1800)
"""What nobody waits for: figures of a Land."""

TASKS: dict[str, Limits] = {
    "webapp.tasks.reading:read": READING,
    "webapp.tasks.travel:read": HEAVY,
    "webapp.tasks.proposing:propose": HEAVY,
    "webapp.tasks.applying:apply": HEAVY,
    "webapp.tasks.figures:compute": LONG,
    "webapp.tasks.planning:compute": LONG,
    "webapp.tasks.duplicates:find": HEAVY,
    "webapp.tasks.undoing:undo": HEAVY,
    "webapp.tasks.shipped:areas": HEAVY,
    "webapp.tasks.exporting:workbook": HEAVY,
}
"""Every task there is: a job of another name is not run."""
