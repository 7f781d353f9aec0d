"""The child's side of `bounded.run`: sets its own limits, then imports the task, runs it, sends one answer.

Started as a script, in isolated mode, by its path. Standard input is a file: one line of JSON, then the payload.
Standard output takes lines of JSON: {"progress": [done, total, step]} any number of times, then {"result": …} or
{"error": code, "params": …}.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

_OPEN_FILES = 64


def main() -> None:
    """Reads the order, obeys it, answers."""
    # Reading makes many objects and hardly a cycle: looking for those in a growing heap takes a third of the time.
    gc.set_threshold(50_000, 100, 1000)
    source = sys.stdin.buffer
    order = json.loads(source.readline())
    _limit(order["memory"], order["cpu"], order["wall"], order["writes"])
    answers = _take_over_output()
    try:
        result = _work(order, source, answers)
        _send(answers, {"result": result, "peak": _peak()})
    except MemoryError:
        _send(answers, {"error": "child.memory", "params": {}})
    except Exception as error:
        _send(answers, _as_answer(error))
    answers.flush()
    os._exit(0)  # taking a large result apart again costs a second and helps nobody


def _limit(memory: int, cpu: int, wall: float, writes: int | None) -> None:
    _set(resource.RLIMIT_AS, memory)
    _set(resource.RLIMIT_CPU, cpu, 2)  # first a signal that tells, then the end
    if writes is not None:
        _set(resource.RLIMIT_FSIZE, writes)
    _set(resource.RLIMIT_NOFILE, _OPEN_FILES)
    _set(resource.RLIMIT_CORE, 0)
    # Should the parent be killed, nobody else ends this process in time.
    signal.setitimer(signal.ITIMER_REAL, wall + 5)


def _set(which: int, limit: int, grace: int = 0) -> None:
    hard = resource.getrlimit(which)[1]
    most = limit + grace if hard == resource.RLIM_INFINITY else min(limit + grace, hard)
    # Some systems know a limit and refuse to set it; the wall clock still holds.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(which, (min(limit, most), most))


def _take_over_output() -> BinaryIO:
    """Answers keep the pipe; whatever a library prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _work(order: dict[str, Any], source: BinaryIO, answers: BinaryIO) -> Any:
    module, _, function = order["task"].partition(":")
    sys.path.insert(0, order["root"])
    task = getattr(__import__(module, fromlist=[function]), function)
    return task(source.read(), order["arguments"], _progress(answers))


def _peak() -> int:
    """Most bytes this process had in memory at once; the system's own count begins with its parent's."""
    with contextlib.suppress(OSError), open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    return 0


def _progress(answers: BinaryIO) -> Callable[..., None]:
    def progress(done: int, total: int, step: str = "") -> None:
        _send(answers, {"progress": [done, total, step]})
        answers.flush()

    return progress


def _send(answers: BinaryIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n")


def _as_answer(error: Exception) -> dict[str, Any]:
    code = getattr(error, "code", None)
    if isinstance(code, str) and isinstance(params := getattr(error, "params", None), dict):
        shown = {key: value if isinstance(value, int) else str(value) for key, value in params.items()}
        return {"error": code, "params": shown, "peak": _peak()}
    sys.excepthook(type(error), error, error.__traceback__)
    return {"error": "child.failed", "params": {"what": type(error).__name__}}


if __name__ == "__main__":
    main()
