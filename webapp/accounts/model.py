"""What an account is."""

from __future__ import annotations

from dataclasses import dataclass

from flask_login import UserMixin


@dataclass(frozen=True, kw_only=True, slots=True)
class Account(UserMixin):  # type: ignore[misc]
    """A person who signs in. `mail` is the name of the account, lower case."""

    id: str
    mail: str
    name: str
    password: str
    """Argon2id hash; empty until the person has chosen one."""
    version: int
    """Of the record, for compare-and-set; 0 of an account not stored yet."""
