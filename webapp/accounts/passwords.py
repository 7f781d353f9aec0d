"""Passwords: which are taken, how they are kept, and checking one at the same cost whether or not an account exists."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 256

# Of the lists of what people choose most often, those that are long enough to be taken otherwise, and German ones.
_COMMON = frozenset(
    "123456789012 1234567890123 12345678901234 123456789123 123123123123 112233445566 111222333444 987654321098 "
    "0123456789012 qwertyuiop123 qwertzuiop123 qwertyuiopasdf qwertzuiopasdf qwertzuiopü+ 1qaz2wsx3edc 1q2w3e4r5t6y "
    "1q2w3e4r5t6z qwerty123456 qwertz123456 abcdefghijkl abcdef123456 abc123abc123 asdfghjklöä asdfghjkl123 "
    "password1234 password12345 password123456 passwordpassword passwort1234 passwort12345 passwort123456 "
    "passwortpasswort meinpasswort meinpasswort1 neuespasswort neuespasswort1 geheim123456 geheimgeheim ganzgeheim123 "
    "administrator administrator1 administrator123 adminadmin123 admin1234567 changeme1234 changeme12345 "
    "willkommen12 willkommen123 willkommen1234 welcome12345 hallohallo123 hallo1234567 ichliebedich ichliebedich1 "
    "iloveyou1234 sonnenschein sonnenschein1 sonnenschein123 schatzschatz1 fussballfussball letmeinletmein "
    "sommer2024sommer sommer2025sommer sommer2026sommer landratsamt12 landratsamt123 landratsamt1234 "
    "stadtverwaltung stadtverwaltung1 ausländerbehörde ausländerbehörde1 integration123 knotenpunkt123".split()
)
_WORD = re.compile(r"[^\W_]{3,}")
_OWN_PART_LEAVES = 6
"""Characters that must be left when the parts of the own mail address and name are taken out."""


@dataclass(frozen=True, kw_only=True)
class Passwords:
    """Argon2id. `memory` is KiB; tests take less, which changes nothing but the time."""

    memory: int = 19_456
    rounds: int = 2

    def hash(self, password: str) -> str:
        """What is kept of a password."""
        return self._hasher.hash(_normal(password))

    def matches(self, stored: str, password: str) -> bool:
        """Whether this is the password. Without an account, or one that has none yet, it takes as long."""
        try:
            self._hasher.verify(stored or self._nobody, _normal(password)[:LONGEST])
        except (VerificationError, InvalidHashError):
            return False
        return bool(stored)

    def is_outdated(self, stored: str) -> bool:
        """Whether the password was kept at another cost than today's."""
        return self._hasher.check_needs_rehash(stored)

    @cached_property
    def _hasher(self) -> PasswordHasher:
        return PasswordHasher(time_cost=self.rounds, memory_cost=self.memory, parallelism=1)

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash("nobody's password")


STANDARD = Passwords()


@dataclass(frozen=True, kw_only=True, slots=True)
class Owner:
    """Whose password it is to become: what of it everyone knows."""

    mail: str = ""
    name: str = field(default="")


def fault_of(password: str, owner: Owner) -> str:
    """The code of what speaks against a password; "" when nothing does. Nobody is told which characters to use."""
    text = _normal(password).casefold()
    if len(text) < SHORTEST:
        return "password.too_short"
    if len(text) > LONGEST:
        return "password.too_long"
    if text in _COMMON or len(set(text)) < 5 or _counts_up(text):
        return "password.common"
    if len(_without(text, owner)) < _OWN_PART_LEAVES:
        return "password.own"
    return ""


def _normal(password: str) -> str:
    # The same letters come composed from one keyboard and decomposed from another.
    return unicodedata.normalize("NFKC", password)


def _counts_up(text: str) -> bool:
    steps = {ord(b) - ord(a) for a, b in pairwise(text)}
    return steps <= {1, -9} or steps <= {-1, 9}


def _without(text: str, owner: Owner) -> str:
    known = [owner.mail, *_WORD.findall(owner.mail), *_WORD.findall(owner.name), "knotenpunkt"]
    for word in sorted({word.casefold() for word in known if word}, key=len, reverse=True):
        text = text.replace(word, "")
    return text
