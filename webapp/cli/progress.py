"""What is said while the environment is made, in German, or in English where the system is set to another language."""

from __future__ import annotations

import locale
import os
import sys
from collections import deque
from collections.abc import Iterable
from pathlib import Path

# code -> (German, English). gettext is not installed yet when these are needed.
SENTENCES = {
    "begin": (
        "Knotenpunkt richtet seine Umgebung ein: {path}\nDas geschieht nur beim ersten Mal und nach Aktualisierungen.",
        "Knotenpunkt is setting up its environment: {path}\nThis happens only the first time and after updates.",
    ),
    "step_python": ("[1/3] Python {version}", "[1/3] Python {version}"),
    "step_packages": (
        "[2/3] Pakete laden und prüfen (höchstens {count})",
        "[2/3] Fetching and checking packages (at most {count})",
    ),
    "package": ("      {number:>2}  {name}", "      {number:>2}  {name}"),
    "installing": (
        "      {count} Pakete einspielen, das dauert bis zu einer Minute …",
        "      Installing {count} packages, this takes up to a minute …",
    ),
    "step_command": ("[3/3] Befehl „knotenpunkt“ anlegen", "[3/3] Adding the command “knotenpunkt”"),
    "ready": ("Fertig nach {seconds} Sekunden.", "Done after {seconds} seconds."),
    "wait": (
        "Ein anderer Start richtet die Umgebung gerade ein. Danach geht es hier weiter …",
        "Another start is setting up the environment. This one continues afterwards …",
    ),
    "stopped": (
        "Abgebrochen. Beim nächsten Start geht es weiter.",
        "Stopped. The next start continues from here.",
    ),
    "no_venv": (
        "Python {version} kann keine Umgebung anlegen. Unter Debian und Ubuntu fehlt meist das Paket python3-venv:\n"
        "    apt install python3-venv\n\n{output}",
        "Python {version} can’t create environments. Debian and Ubuntu often lack the package python3-venv:\n"
        "    apt install python3-venv\n\n{output}",
    ),
    "no_packages": (
        "Die Pakete ließen sich nicht installieren. Besteht Verbindung zum Internet? Der nächste Start macht weiter.\n"
        "Die Einzelheiten stehen in {log}. Die letzten Zeilen:\n\n{output}",
        "The packages could not be installed. Is there a connection to the internet? The next start continues.\n"
        "The details are in {log}. Its last lines:\n\n{output}",
    ),
}


class Failed(Exception):
    """The environment could not be made; the text says why and what to do, in the user's language."""

    def __init__(self, code: str, **parameters: object) -> None:
        super().__init__(say(code, **parameters))


def language() -> str:
    """Return "en" where the system is set to a language other than German, else "de"."""
    name = next((os.environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(key)), "")
    name = name or locale.getlocale()[0] or ""
    silent = name.partition(".")[0] in ("", "C", "POSIX")
    return "de" if silent or name.lower().startswith(("de", "german")) else "en"


def say(code: str, **parameters: object) -> str:
    """Return the sentence in the user's language."""
    return SENTENCES[code][language() == "en"].format(**parameters)


def tell(code: str, **parameters: object) -> None:
    """Print the sentence at once; a sign that the terminal lacks is replaced."""
    encoding = sys.stdout.encoding or "utf-8"
    print(say(code, **parameters).encode(encoding, "replace").decode(encoding), flush=True)


def packages_in(lock_file: Path) -> int:
    """Count the packages a lock file names for all systems together."""
    return sum("==" in line for line in lock_file.read_text(encoding="utf-8").splitlines() if line[:1].isalnum())


def follow(lines: Iterable[str], log: Path) -> list[str]:
    """Tell what pip says, package by package; keep all of it in `log` and return the last lines."""
    last: deque[str] = deque(maxlen=12)
    number = 0
    with log.open("w", encoding="utf-8") as file:
        for line in lines:
            file.write(line)
            last.append(line.rstrip())
            if line.startswith("Collecting "):
                number += 1
                tell("package", number=number, name=line.split()[1].replace("==", " "))
            elif line.startswith("Installing collected packages"):
                tell("installing", count=line.count(",") + 1)
    return list(last)
