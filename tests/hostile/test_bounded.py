"""Every way a child can die is told apart, in time."""

from __future__ import annotations

import contextlib
import os
import time
from typing import Any

import pytest

from graph.model.sentences import say
from importers.child.bounded import run
from importers.child.stopped import Stopped

TASKS = "tests.importers.tasks"


@pytest.mark.parametrize(
    ("task", "limits", "code"),
    [
        ("eat", {"memory": 200 * 2**20}, "child.memory"),
        ("burn", {"cpu": 1}, "child.cpu"),
        ("sleep", {"wall": 0.5}, "child.wall"),
        ("crash", {}, "child.crashed"),
        ("talk", {"output": 2**20}, "child.output"),
        ("leave", {}, "child.failed"),
        ("fail", {}, "child.failed"),
        ("nothing_of_that_name", {}, "child.failed"),
    ],
)
def test_each_way_to_die_has_its_words(task: str, limits: dict[str, Any], code: str) -> None:
    began = time.monotonic()
    with pytest.raises(Stopped) as caught:
        run(f"{TASKS}:{task}", b"", **limits)
    assert caught.value.code == code
    assert "…" not in say(code, "de", **caught.value.params)
    assert time.monotonic() - began < 5


def test_a_job_is_cancelled_at_once() -> None:
    started: list[int] = []
    with pytest.raises(Stopped) as caught:
        run(f"{TASKS}:sleep", b"", on_progress=lambda *_: started.append(1), cancelled=lambda: bool(started))
    assert caught.value.code == "child.cancelled"


def test_what_a_child_started_ends_with_it() -> None:
    grandchild = run(f"{TASKS}:have_child", b"")
    assert _ends(grandchild)


def _ends(process: int) -> bool:
    """A killed orphan stays as a zombie until whoever adopted it looks."""
    for _ in range(100):
        with contextlib.suppress(OSError), open(f"/proc/{process}/stat", encoding="ascii") as stat:
            if stat.read().rsplit(")")[1].split()[0] != "Z":
                time.sleep(0.02)
                continue
        return True
    os.kill(process, 9)
    return False
