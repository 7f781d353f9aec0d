"""How somebody is reached: numbers to tap, addresses to write to, sites to open."""

from __future__ import annotations

from graph.model.changes import Fields
from graph.model.values.phone import show_phone

Link = tuple[str, str]
"""(href, text)"""


def phone_links(fields: Fields, lang: str, name: str = "phones") -> list[Link]:
    """Numbers to dial, an extension after a pause."""
    return [("tel:" + number.replace(";ext=", ","), show_phone(number, lang)) for number in fields.get(name, ())]


def mail_links(fields: Fields) -> list[Link]:
    """Addresses to write to."""
    return [(f"mailto:{mail}", mail) for mail in fields.get("mails", ())]


def web_links(fields: Fields) -> list[Link]:
    """Sites by their host and the beginning of the path. What is no web address is left out."""
    return [(url, _short(url)) for url in fields.get("websites", ()) if url.startswith(("https://", "http://"))]


def _short(url: str) -> str:
    text = url.partition("://")[2].removeprefix("www.").rstrip("/")
    return text if len(text) <= 40 else text[:39] + "…"
