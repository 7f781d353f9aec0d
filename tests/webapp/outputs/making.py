"""Entries as they are listed, with little to say unless a test says more."""

from __future__ import annotations

from typing import Any

from webapp.outputs.listing import Function, Listed, Number, Offered


def entry(name: str, **fields: Any) -> Listed:
    usual: dict[str, Any] = {
        "id": name, "name": name, "sector": "", "parent": "", "area": ("", ""), "services": (), "numbers": (),
        "phone_hours": "", "hours": "", "by_appointment": False, "addresses": (), "mails": (), "sites": (),
        "languages": "", "functions": (), "fresh": "", "confirmed": "",
    }  # fmt: skip
    return Listed(**usual | fields)


def offered(name: str, *headings: str) -> Offered:
    return Offered(id=name, name=name, headings=headings, topics=())


def function(name: str, *mails: str, phone: str = "") -> Function:
    numbers = (Number(dial=phone, text=phone),) if phone else ()
    return Function(id=name, function=name, person="", numbers=numbers, mails=mails)
