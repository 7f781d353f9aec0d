"""The real server in a process of its own, at a free port."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_COMMAND = "import sys; from webapp.cli import main; sys.exit(main())"
_READY = re.compile(r"(?:Knotenpunkt ist bereit|Knotenpunkt is ready): (http://127\.0\.0\.1:\d+)")
_PATIENCE = 30.0


@dataclass(kw_only=True)
class Server:
    """A running `knotenpunkt serve`."""

    process: subprocess.Popen[str]
    data: Path
    url: str = ""
    said: list[str] = field(default_factory=list)
    """The lines it has printed."""

    def worked(self) -> float:
        """Seconds of a processor it has used; what the clock says where the system does not tell."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        if not stat.exists():
            return time.monotonic()
        user, system = stat.read_text().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def wait_for(self, pattern: re.Pattern[str]) -> str:
        """The first group of the first line that matches, as soon as it is printed."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            found = next((match for line in list(self.said) if (match := pattern.search(line))), None)
            if found:
                return found[1]
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        raise AssertionError(f"{pattern.pattern} was not said, but:\n{''.join(self.said)}")


@contextmanager
def serving(data: Path, *options: str, lang: str = "de") -> Iterator[Server]:
    """Serve what is in a folder; ends by the signal that a service manager sends."""
    process = subprocess.Popen(
        [sys.executable, "-c", _COMMAND, "serve", "--data", str(data), "--port", "0", *options],
        cwd=ROOT, env=environment(lang), text=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    server = Server(process=process, data=data)
    reader = threading.Thread(target=_listen, args=(server,), daemon=True)
    reader.start()
    try:
        server.url = server.wait_for(_READY)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        reader.join(5)
        assert process.stdout is not None
        process.stdout.close()


def begun(data: Path, *words: str) -> subprocess.Popen[bytes]:
    """Begin another command on the same folder, as in another terminal."""
    return subprocess.Popen(
        [sys.executable, "-c", _COMMAND, *words, "--data", str(data)],
        cwd=ROOT, env=environment("de"),
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def environment(lang: str) -> dict[str, str]:
    """This process's environment without what would lead elsewhere."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("KNOTENPUNKT_", "LC_")) and k != "LANGUAGE"}
    return {**kept, "LANG": {"de": "de_DE.UTF-8", "en": "en_GB.UTF-8"}[lang], "PYTHONUTF8": "1"}


def _listen(server: Server) -> None:
    assert server.process.stdout is not None
    for line in server.process.stdout:
        server.said.append(line)
