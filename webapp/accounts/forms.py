"""What the account pages read from forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from flask import current_app

from graph.model.errors import Fault, Invalid
from graph.model.sentences import say
from webapp.accounts.passwords import Owner, Passwords, fault_of


def new_password(form: Mapping[str, str], owner: Owner) -> str:
    """The hash of a new password, typed twice. Raises Invalid."""
    password = form.get("password", "")
    code = fault_of(password, owner)
    if code:
        raise Invalid([Fault(field="password", code=code, params={})])
    if password != form.get("repeat", ""):
        raise Invalid([Fault(field="repeat", code="account.repeat", params={})])
    return passwords().hash(password)


class Errors(dict[str, str]):
    """What to say beside each field of a form."""

    @property
    def summary(self) -> list[tuple[str, str]]:
        """(id of the field's control, message), for the list above the form."""
        return [(f"f-{field}", message) for field, message in self.items()]


def errors_of(invalid: Invalid, lang: str) -> Errors:
    """What to say beside each field."""
    return Errors({fault.field: say(fault.code, lang, **fault.params) for fault in invalid.faults})


def passwords() -> Passwords:
    """How this application keeps passwords."""
    return cast(Passwords, current_app.extensions["passwords"])
