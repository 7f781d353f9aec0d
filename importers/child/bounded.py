"""Work in a child process that can't take more memory, time or output than it was given.

For every file from outside and for all work of more than a second. `run` may be called from any thread: the child sets
its limits itself, so nothing runs between fork and exec. POSIX only.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from importers.child.stopped import Stopped

MEMORY = 768 * 1024 * 1024
CPU_SECONDS = 20
WALL_SECONDS = 30
OUTPUT_BYTES = 64 * 1024 * 1024
WRITE_BYTES = 1024 * 1024
"""No file of a child grows past this; None where it writes to a store."""
_ROOT = Path(__file__).resolve().parents[2]
_POLL_SECONDS = 0.1
_PATIENCE_SECONDS = 2.0  # between the end of a child's output and its own end, which tells how it died
_CHUNK = 1 << 16
_ENVIRONMENT = {
    "PATH": os.defpath,
    "LANG": "C.UTF-8",
    # Each thread of these libraries reserves address space, which counts against the limit.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Usage:
    """What a child took: peak resident bytes (when it was killed: at least its parent's), CPU and wall seconds, and
    the end of what it printed.
    """

    peak: int
    cpu: float
    wall: float
    printed: str


def run(
    task: str,
    payload: bytes | Path,
    *,
    arguments: Mapping[str, Any] | None = None,
    memory: int = MEMORY,
    cpu: int = CPU_SECONDS,
    wall: float = WALL_SECONDS,
    output: int = OUTPUT_BYTES,
    writes: int | None = WRITE_BYTES,
    on_progress: Callable[[int, int, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    on_end: Callable[[Usage], None] | None = None,
) -> Any:
    """The JSON-able result of `task`, "module:function", called as function(payload, arguments, progress) in a child.

    `arguments` are JSON; the task may call progress(done, total, step). Limits in bytes and seconds. Raises Stopped:
    child.memory, child.cpu, child.wall, child.crashed (signal), child.cancelled, child.output, child.failed (what), or
    the code and params of an error of ours that the task raised.
    """
    order: dict[str, Any] = {
        "task": task,
        "root": str(_ROOT),
        "arguments": arguments or {},
        "memory": memory,
        "cpu": cpu,
        "wall": wall,
    }
    order["writes"] = writes
    content = payload if isinstance(payload, bytes) else payload.read_bytes()
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as printed:
        source.write(json.dumps(order).encode() + b"\n" + content)
        source.seek(0)
        child = _Child(source, printed, deadline=time.monotonic() + wall, output=output)
        answer = None
        try:
            answer = child.answer(on_progress, cancelled)
        finally:
            usage = child.end(printed)
            usage = replace(usage, peak=(answer or {}).get("peak") or usage.peak)
            if on_end:
                on_end(usage)
    if answer is None:
        raise _death(child.status, usage.printed, cpu)
    if "error" in answer:
        raise Stopped(answer["error"], **answer["params"])
    return answer["result"]


class _Child:
    def __init__(self, source: IO[bytes], printed: IO[bytes], *, deadline: float, output: int) -> None:
        self._began = time.monotonic()
        self._deadline = deadline
        self._output = output
        self.status = 0
        self._at_end = False
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", str(_ROOT / "importers" / "child" / "child.py")],
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=printed,
            cwd=tempfile.gettempdir(),
            env=_ENVIRONMENT,
            start_new_session=True,
        )

    def answer(
        self, on_progress: Callable[[int, int, str], None] | None, cancelled: Callable[[], bool] | None
    ) -> dict[str, Any] | None:
        """The child's last line; None when it died without one."""
        for line in self._lines(cancelled):
            message: dict[str, Any] = json.loads(line)
            if "progress" not in message:
                return message
            if on_progress:
                on_progress(*message["progress"])
        return None

    def end(self, printed: IO[bytes]) -> Usage:
        """Kills what is left of the child's group and says what it took."""
        patience = time.monotonic() + (_PATIENCE_SECONDS if self._at_end else 0)
        while not self._exited() and time.monotonic() < patience:
            time.sleep(_POLL_SECONDS / 10)
        self._kill()  # grandchildren too; the child is not reaped yet, so the group's id is still its own
        _, self.status, used = os.wait4(self._process.pid, 0)
        self._process.returncode = os.waitstatus_to_exitcode(self.status)
        assert self._process.stdout
        self._process.stdout.close()
        printed.seek(max(0, printed.seek(0, os.SEEK_END) - 4096))
        scale = 1 if sys.platform == "darwin" else 1024
        return Usage(
            peak=used.ru_maxrss * scale,
            cpu=used.ru_utime + used.ru_stime,
            wall=time.monotonic() - self._began,
            printed=printed.read().decode("utf-8", "replace"),
        )

    def _lines(self, cancelled: Callable[[], bool] | None) -> Iterator[bytes]:
        buffer = bytearray()
        for chunk in self._chunks(cancelled):
            buffer += chunk
            if len(buffer) > self._output:
                raise Stopped("child.output", limit=self._output // 2**20)
            if b"\n" in chunk:
                *lines, rest = buffer.split(b"\n")
                buffer = bytearray(rest)
                yield from map(bytes, lines)

    def _chunks(self, cancelled: Callable[[], bool] | None) -> Iterator[bytes]:
        assert self._process.stdout
        pipe = self._process.stdout.fileno()
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, selectors.EVENT_READ)
            while True:
                if cancelled and cancelled():
                    raise Stopped("child.cancelled")
                if time.monotonic() > self._deadline:
                    raise Stopped("child.wall")
                if selector.select(_POLL_SECONDS):
                    chunk = os.read(pipe, _CHUNK)
                    if not chunk:
                        self._at_end = True
                        return
                    yield chunk
                elif self._exited():
                    return

    def _exited(self) -> bool:
        return os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is not None

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)


def _death(status: int, printed: str, cpu: int) -> Stopped:
    """What the way a process died says. A native library that gets no memory aborts and prints so."""
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if number == signal.SIGXCPU:
        return Stopped("child.cpu", limit=cpu)
    if number == signal.SIGALRM:
        return Stopped("child.wall")
    if number == signal.SIGKILL or "memory allocation" in printed or "MemoryError" in printed or "bad_alloc" in printed:
        return Stopped("child.memory")
    if number:
        return Stopped("child.crashed", signal=signal.Signals(number).name)
    return Stopped("child.failed", what=str(os.waitstatus_to_exitcode(status)))
