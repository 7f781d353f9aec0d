"""`python3 -m tests [STAGE …] [what pytest takes]`: make the environment if need be, then run every stage."""

import sys

if sys.version_info < (3, 11):
    sys.exit("Knotenpunkt braucht Python 3.11 oder neuer. / Knotenpunkt needs Python 3.11 or newer.")

from itertools import takewhile

from tests import stages, system
from webapp.cli import environment
from webapp.cli.progress import Failed

USAGE = f"""python3 -m tests [STAGE …] [what pytest takes]

Stages: {" ".join(stages.STAGES)}
Without a name: all but soak. -k, -x and the like go to pytest.
"""


def main(arguments: list[str]) -> int:
    """Prepare environment and machine, run what was asked for, return the exit code."""
    names = list(takewhile(lambda word: not word.startswith("-"), arguments))
    if arguments[:1] in (["-h"], ["--help"]) or set(names) - set(stages.STAGES):
        print(USAGE)
        return 0 if not names else 2
    python = environment.prepare(environment.TESTS)
    system.install(system.missing([*system.NEEDS]))
    return stages.run(python, names, arguments[len(names) :])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Failed as failure:
        sys.exit(f"\n{failure}\n\n0 passed, 1 failed")
    except KeyboardInterrupt:
        sys.exit(130)
