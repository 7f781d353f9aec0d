"""What the children of the tests do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

from importers.files.table import ReadError

Progress = Callable[..., None]


def echo(payload: bytes, arguments: Mapping[str, Any], progress: Progress) -> Any:
    print("a library that prints does not disturb the answer")
    progress(1, 2, "half")
    return {"payload": payload.decode(), **arguments}


def refuse(payload: bytes, arguments: Mapping[str, Any], progress: Progress) -> Any:
    raise ReadError("read.nul", file="x.csv", row=3)


def fail(payload: bytes, arguments: Mapping[str, Any], progress: Progress) -> Any:
    raise ZeroDivisionError


def environment(payload: bytes, arguments: Mapping[str, Any], progress: Progress) -> Any:
    # A listing of the folder opens one more; those above 2 but the answer's own are leaks.
    return {"names": sorted(os.environ), "open": sorted(int(name) for name in os.listdir("/proc/self/fd"))}


def eat(payload: bytes, arguments: Mapping[str, Any], progress: Progress) -> Any:
    return len([bytes(2**20) for _ in range(4096)])


def burn(payload: bytes, arguments: Mapping[str, Any], progress: Progress) -> Any:
    while True:
        pass


def sleep(payload: bytes, arguments: Mapping[str, Any], progress: Progress) -> Any:
    progress(0, 1)
    time.sleep(60)


def crash(payload: bytes, arguments: Mapping[str, Any], progress: Progress) -> Any:
    os.kill(os.getpid(), signal.SIGSEGV)


def talk(payload: bytes, arguments: Mapping[str, Any], progress: Progress) -> Any:
    return "x" * (8 * 2**20)


def leave(payload: bytes, arguments: Mapping[str, Any], progress: Progress) -> Any:
    """Ends in silence."""
    os._exit(3)


def have_child(payload: bytes, arguments: Mapping[str, Any], progress: Progress) -> Any:
    """Leaves a grandchild that holds the pipe open."""
    return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]).pid
