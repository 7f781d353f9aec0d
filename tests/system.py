"""What of the machine itself some tests need: how to find it and which Debian package brings it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Need:
    package: str
    found: Callable[[], bool]


def missing(names: list[str]) -> list[str]:
    """Return those of the named needs that this machine lacks."""
    return [name for name in names if not NEEDS[name].found()]


def install(names: list[str]) -> None:
    """Install the packages of the named needs where that may be done unasked: as root on Debian."""
    if not names or not _may_install():
        return
    packages = [NEEDS[name].package for name in names]
    print("Installing the Debian packages", *packages, flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "-qq", *command], env=quiet, stdin=subprocess.DEVNULL, check=False)


def chromium() -> str | None:
    """Return the path of a Chromium or Chrome."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for path in map(shutil.which, names) if path), None)


def java() -> str | None:
    """Return the path of a Java of version 17 or later."""
    path = shutil.which("java")
    if path is None:
        return None
    answer = subprocess.run([path, "-version"], capture_output=True, text=True, check=False)
    version = re.search(r'version "(\d+)', answer.stderr)
    return path if version and int(version[1]) >= 17 else None


NEEDS = {
    "chromium": Need(package="chromium", found=lambda: chromium() is not None),
    "java": Need(package="default-jre-headless", found=lambda: java() is not None),
    "maven": Need(package="maven", found=lambda: shutil.which("mvn") is not None),
}

# Needed by every test of a folder; single tests say `@pytest.mark.needs("java")`.
FOLDER_NEEDS = {"browser": ["chromium"], "neo4j": [] if os.environ.get("KNOTENPUNKT_TEST_NEO4J") else ["java", "maven"]}


def _may_install() -> bool:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None
