"""`python3 -m webapp [what "knotenpunkt serve" takes]`: make the environment if need be, then serve."""

import sys

if sys.version_info < (3, 11):
    sys.exit("Knotenpunkt braucht Python 3.11 oder neuer. / Knotenpunkt needs Python 3.11 or newer.")

from webapp.cli import environment

if __name__ == "__main__":
    environment.replace_by_command(["serve", *sys.argv[1:]])
