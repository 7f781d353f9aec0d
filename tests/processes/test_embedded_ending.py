"""A process over an embedded store comes to its end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_ENDS_WHILE_A_THREAD_CLOSES = """
import gc, sys, threading
from graph.connect import open_store
from graph.engines.embedded import sqlite

store = open_store(sys.argv[1])
held = threading.Event()

def close():
    with sqlite._CLOSING:
        held.set()
        threading.Event().wait()

threading.Thread(target=close, daemon=True).start()
held.wait()
gc.disable()
kept = [store]
kept.append(kept)
del store, kept
"""
"""The connection is let go of by the interpreter's last collection, when its threads are gone."""


def test_a_process_ends_although_a_background_thread_was_just_closing_a_connection(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _ENDS_WHILE_A_THREAD_CLOSES, str(tmp_path / "store.db")]
    assert subprocess.run(command, cwd=ROOT, timeout=20, check=False).returncode == 0
