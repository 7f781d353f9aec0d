"""The project's own environment `.venv`: made, completed and entered with the standard library alone.

A lock file names every package with its hashes. Which lock files an environment fulfils stands in its stamps; a stamp
is written last, so whatever was interrupted is taken up again at the next start.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from webapp.cli import progress
from webapp.cli.progress import Failed, tell

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
COMMAND = PYTHON.with_name("knotenpunkt")

RUNTIME = "requirements.txt"
TESTS = "requirements-tests.txt"  # holds all of RUNTIME, too

_LOCK = ENVIRONMENT / ".lock"
_UNFINISHED = ENVIRONMENT / ".unfinished"
_LOG = ENVIRONMENT / "install.log"


def replace_by_command(arguments: list[str]) -> NoReturn:
    """Become `knotenpunkt ARGUMENTS` in the environment, which is made first where it is not ready."""
    command = [str(PYTHON), str(COMMAND), *arguments]
    try:
        prepare(RUNTIME)
        if os.name != "nt":
            os.execv(command[0], command)
        sys.exit(subprocess.run(command, check=False).returncode)
    except Failed as failure:
        sys.exit(f"\n{failure}")
    except KeyboardInterrupt:
        sys.exit("\n" + progress.say("stopped"))


def prepare(lock_file: str) -> Path:
    """Return the environment's Python once everything that `lock_file` names is installed. Raises `Failed`."""
    if _stamped(lock_file):
        return PYTHON
    ENVIRONMENT.mkdir(exist_ok=True)
    with _one_at_a_time():
        if not _stamped(lock_file):
            _make(lock_file)
    return PYTHON


def _make(lock_file: str) -> None:
    started = time.monotonic()
    tell("begin", path=ENVIRONMENT)
    for stamp in map(_stamp, (RUNTIME, TESTS)):
        stamp.unlink(missing_ok=True)
    tell("step_python", version=".".join(map(str, sys.version_info[:3])))
    if not _usable():
        _clear()
        _create()
    tell("step_packages", count=progress.packages_in(ROOT / lock_file))
    _drop_half_installed()
    _install(lock_file)
    tell("step_command")
    _write_command()
    for fulfilled in {RUNTIME, lock_file}:
        _stamp(fulfilled).write_text(_fingerprint(fulfilled), encoding="utf-8")
    tell("ready", seconds=round(time.monotonic() - started))


def _stamp(lock_file: str) -> Path:
    return ENVIRONMENT / f"{lock_file}.stamp"


def _stamped(lock_file: str) -> bool:
    try:
        return PYTHON.exists() and _stamp(lock_file).read_text(encoding="utf-8") == _fingerprint(lock_file)
    except FileNotFoundError:
        return False


def _fingerprint(lock_file: str) -> str:
    """What was asked for, where the clone lies (scripts hold its path) and on which Python the environment stands."""
    lock = hashlib.sha256((ROOT / lock_file).read_bytes()).hexdigest()
    return "\n".join([lock, str(ROOT), str(PYTHON.resolve())])


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Hold the environment's lock; the system frees it when a process dies, however it dies."""
    with _LOCK.open("a+b") as file:
        waited = False
        while not _try_lock(file.fileno()):
            if not waited:
                tell("wait")
            waited = True
            time.sleep(0.2)
        yield


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _usable() -> bool:
    """Tell whether the environment is whole: pip is missing when the system's Python went on to a next version."""
    if _UNFINISHED.exists() or not PYTHON.exists():
        return False
    probe = [str(PYTHON), "-I", "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def _clear() -> None:
    for path in ENVIRONMENT.iterdir():
        if path == _LOCK:
            continue  # others wait for exactly this file
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _create() -> None:
    _UNFINISHED.touch()
    # From inside another environment its base must be asked: that environment may vanish, this one stays.
    python = getattr(sys, "_base_executable", None) or sys.executable
    made = subprocess.run([python, "-m", "venv", str(ENVIRONMENT)], capture_output=True, text=True, check=False)
    if made.returncode:
        _clear()
        version = "{}.{}".format(*sys.version_info[:2])
        raise Failed("no_venv", version=version, output=(made.stdout + made.stderr).strip())
    _UNFINISHED.unlink()


def _site_packages() -> Path:
    ask = [str(PYTHON), "-I", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    return Path(subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip())


def _drop_half_installed() -> None:
    """Let pip forget a package whose installation was killed: it writes INSTALLER only after all other files."""
    for described in _site_packages().glob("*.dist-info"):
        if not (described / "INSTALLER").exists():
            shutil.rmtree(described)


def _install(lock_file: str) -> None:
    options = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "--progress-bar", "off", "--no-input"]
    command = [str(PYTHON), "-m", "pip", "install", *options, "-r", lock_file]
    # What a user has set for other projects (an own target folder, say) must not lead the packages astray.
    unset = {"PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_QUIET", "PIP_VERBOSE", "PYTHONHOME", "PYTHONPATH"}
    environ = {name: value for name, value in os.environ.items() if name not in unset}
    environ |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_USER": "0", "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        assert pip.stdout is not None
        last_lines = progress.follow(pip.stdout, _LOG)
    if pip.returncode:
        raise Failed("no_packages", output="\n".join(last_lines), log=_LOG)


def _write_command() -> None:
    """Put the clone itself on the environment's path and the command `knotenpunkt` beside its Python."""
    (_site_packages() / "knotenpunkt.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    # The first three lines are a shell script inside a Python string: "#!" alone can't hold a path with a blank.
    quoted = str(PYTHON).replace("'", "'\"'\"'")
    lines = [
        "#!/bin/sh",
        f"''''exec '{quoted}' \"$0\" \"$@\" #'''",
        "import sys",
        "",
        "from webapp.cli import main",
        "",
        "sys.exit(main())",
        "",
    ]
    COMMAND.write_text("\n".join(lines), encoding="utf-8")
    COMMAND.chmod(0o755)
    if os.name == "nt":
        COMMAND.with_suffix(".cmd").write_text('@"%~dp0python.exe" "%~dp0knotenpunkt" %*\n', encoding="utf-8")
