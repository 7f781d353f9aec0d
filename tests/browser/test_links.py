"""No link leads nowhere: every address that any page names is asked for."""

from __future__ import annotations

import http.client
from contextlib import closing
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from tests.browser.addresses import STATUS, visits
from tests.browser.house import House
from webapp.access import Role
from webapp.sessions import COOKIE
from webapp.texts import LANGUAGES

_NAMING = {"a": "href", "link": "href", "script": "src", "img": "src", "use": "href"}


class _Page(HTMLParser):
    """What a page links to, and the ids that links may lead to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids.add(given.get("id") or "")
        link = given.get(_NAMING.get(tag, "")) or (given.get("action") if given.get("method") == "get" else None)
        if link and tag in {*_NAMING, "form"} and urlsplit(link).scheme in ("", "http"):
            self.links.add(link)


@dataclass(kw_only=True)
class Reader:
    """Somebody who asks for pages over one connection."""

    house: House
    role: Role
    answers: dict[str, tuple[int, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(self.house.url).netloc, timeout=30)
        self._headers = {} if self.role is Role.ANYONE else {"Cookie": f"{COOKIE}={self.house.token(self.role)}"}

    def close(self) -> None:
        self._connection.close()

    def read(self, path: str) -> tuple[int, str]:
        """Status and text of an address, asked for once."""
        if path not in self.answers:
            self._connection.request("GET", path, headers=self._headers)
            answer = self._connection.getresponse()
            content = answer.read()
            is_page = (answer.getheader("Content-Type") or "").startswith("text/html")
            self.answers[path] = answer.status, content.decode() if is_page else ""
        return self.answers[path]


@pytest.mark.parametrize("role", [Role.ANYONE, Role.ADMINISTRATOR])
def test_every_link_of_every_page_leads_somewhere(role: Role, house: House) -> None:
    addresses = [address.format_map(house.names) for address, who in visits() if who is role]
    with closing(Reader(house=house, role=role)) as reader:
        assert [fault for lang in LANGUAGES for a in addresses for fault in _broken(reader, f"/{lang}{a}")] == []


def _broken(reader: Reader, path: str) -> list[str]:
    found = _Page(reader.read(path)[1])
    wrong = []
    for link in sorted(found.links):
        target, anchor = urldefrag(urljoin(path, link))
        if target == path:
            wrong += [f"{path}: {link}"] if anchor and anchor not in found.ids else []
        elif not urlsplit(target).netloc and (status := reader.read(target)[0]) >= 400:
            wrong += [] if STATUS.get(target[3:]) == status else [f"{path}: {link} is answered with {status}"]
    return wrong
