"""Numbers of pages with gaps, each with its address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Link = tuple[int | None, str | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Links:
    """What `macros/ways.html` draws."""

    pages: list[Link]
    previous: str = ""
    next: str = ""


def page_links(at: int, last: int, address: Callable[[int], str]) -> Links:
    """First, last and the neighbours of page `at`; what is left out is a gap."""
    wanted = sorted({n for n in (1, 2, at - 1, at, at + 1, last) if 1 <= n <= last})
    pages: list[Link] = []
    for number in wanted:
        if pages and (pages[-1][0] or 0) + 1 < number:
            pages.append((None, None))
        pages.append((number, None if number == at else address(number)))
    return Links(pages=pages, previous=address(at - 1) if at > 1 else "", next=address(at + 1) if at < last else "")
