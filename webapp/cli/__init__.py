"""The command `knotenpunkt`. Importing this needs no installed package: the environment is made from here.

Each subcommand is a module here with `NAME`, `HELP` (German, English), `add(parser)` and `run(options) -> exit code`;
what it needs beyond the standard library it imports inside `run`.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from importlib.util import find_spec
from types import ModuleType

from webapp.cli.speech import Refused, said, write

COMMANDS = ("serve", "user", "import_", "export", "undo", "move", "doctor")


def main(arguments: list[str] | None = None) -> int:
    """Carry out one command line and return its exit code."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except Refused as refused:
        write(str(refused), sys.stderr)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        sentence = _sentence(error)
        if not sentence:
            raise
        write(sentence, sys.stderr)
    return 1


def parser() -> argparse.ArgumentParser:
    """The command line with all subcommands."""
    whole = argparse.ArgumentParser(prog="knotenpunkt", description=said(_WHAT))
    commands = whole.add_subparsers(required=True, metavar=said(("BEFEHL", "COMMAND")))
    for module in _modules():
        help = said(module.HELP)
        one = commands.add_parser(module.NAME, help=help, description=help)
        module.add(one)
        one.set_defaults(run=module.run)
    return whole


_WHAT = (
    "Knotenpunkt: wer Neuzugewanderten hilft, womit und wo.",
    "Knotenpunkt: who helps newcomers, with what, and where.",
)


def _modules() -> list[ModuleType]:
    names = [f"{__name__}.{name}" for name in COMMANDS]
    return [importlib.import_module(name) for name in names if find_spec(name)]


def _sentence(error: Exception) -> str:
    """What to tell of an error of ours; "" of any other, which is a defect and keeps its traceback."""
    from graph.model.errors import Invalid, KnotenpunktError
    from graph.model.sentences import say
    from webapp.cli.progress import language

    if isinstance(error, Invalid):
        return "\n".join(say(fault.code, language(), **fault.params) for fault in error.faults)
    return say(error.code, language(), **error.params) if isinstance(error, KnotenpunktError) else ""
