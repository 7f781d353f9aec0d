"""A coordinator at the import pages, who sends forms as a browser would."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from tests.webapp.conftest import Place, Visitor

STEP_ONE = "/de/import"


@dataclass(kw_only=True)
class Importing:
    """A coordinator at the import pages."""

    place: Place
    visitor: Visitor

    def upload(self, content: bytes | str, name: str = "Liste.csv") -> Any:
        data = content.encode() if isinstance(content, str) else content
        return self.visitor.post(
            STEP_ONE, data={"file": (io.BytesIO(data), name)}, content_type="multipart/form-data", follow_redirects=True
        )

    def form(self, page: Any, action: str) -> tuple[str, dict[str, list[str]]]:
        """The address and the filled fields of the form whose address ends so."""
        forms = re.findall(r"<form.*?</form>", page.text, re.S)
        button = re.search(rf'<button[^>]* form="(\w+)" formaction="([^"]*{action})"', page.text)
        if button:
            return button[2], fields(next(f for f in forms if f'id="{button[1]}"' in f))
        found = [f for f in forms if re.search(rf'action="[^"]*{action}"', f)]
        address = re.search(r'action="([^"]+)"', found[0])
        assert address
        return address[1], fields(found[0])

    def send(self, page: Any, action: str, **changed: Any) -> Any:
        """Send a form of a page as a browser would, with some fields changed."""
        address, data = self.form(page, action)
        return self.visitor.post(address, data={**data, **changed}, follow_redirects=True)

    def take_in(self, content: bytes | str, name: str = "Liste.csv", **changed: Any) -> Any:
        """Upload, accept everything, apply."""
        preview = self.send(self.upload(content, name), "/columns", **changed)
        return self.send(preview, "/apply")

    def names(self, kind: str) -> set[str]:
        network = self.place.services.live.refresh()
        return {str(entry.fields.get("name")) for entry in network.of_kind(kind).values()}


def fields(form: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for select in re.findall(r"<select.*?</select>", form, re.S):
        chosen = re.search(r'<option value="([^"]*)" selected', select) or re.search(r'<option value="([^"]*)"', select)
        name = re.search(r'name="([^"]+)"', select)
        assert name and chosen
        found.setdefault(name[1], []).append(unescape(chosen[1]))
    for tag in re.findall(r"<input[^>]*>", form):
        given = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if given["type"] not in ("checkbox", "radio") or " checked" in tag:
            found.setdefault(given["name"], []).append(unescape(given.get("value", "")))
    return found
