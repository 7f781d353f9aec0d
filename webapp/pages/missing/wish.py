"""What the gap matrix is asked for, read from its address and written into it: every state has one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from graph.analysis.coverage.areas import county_of, units
from graph.analysis.coverage.need import people
from graph.analysis.coverage.states import Question
from graph.model.changes import EntryId
from graph.model.codes import HEADINGS, STATUSES
from graph.model.collation import sort_key
from graph.model.values.languages import language_name
from graph.network import Network, name_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """For whom, which heading is opened to its topics, and in which county ("" where there is one)."""

    status: str = ""
    language: str = ""
    interpreters: bool = True
    heading: str = ""
    county: str = ""

    @property
    def question(self) -> Question:
        """As the matrix is asked."""
        interpreters = self.interpreters or not self.language  # without a language nobody interprets
        return Question(status=self.status, language=self.language, interpreters=interpreters)


def read(network: Network, args: Mapping[str, str]) -> Wish:
    """What an address asks for; what names nothing here is dropped."""
    known = counties(network)
    county = args.get("county", "")
    return Wish(
        status=args["status"] if args.get("status") in STATUSES else "",
        language=args["language"] if args.get("language", "") in languages(network) else "",
        interpreters=args.get("interpreters") != "no",
        heading=args["heading"] if args.get("heading") in HEADINGS else "",
        county=county if county in known else next(iter(known), ""),
    )


def asked(wish: Wish) -> str:
    """For whom a page of a topic or field is asked, as the end of its address; "" for everyone."""
    pairs = [("status", wish.status), ("language", wish.language), ("interpreters", "" if wish.interpreters else "no")]
    query = urlencode([(name, value) for name, value in pairs if value])
    return f"?{query}" if query else ""


def address(lang: str, network: Network, wish: Wish, **other: str) -> str:
    """The page of a wish, with some of it changed."""
    new = replace(wish, **other)  # type: ignore[arg-type]
    several = len(counties(network)) > 1
    pairs = [
        ("status", new.status),
        ("language", new.language),
        ("interpreters", "" if new.interpreters else "no"),
        ("county", new.county if several else ""),
        ("heading", new.heading),
    ]
    query = urlencode([(name, value) for name, value in pairs if value])
    return f"/{lang}/missing?{query}" if query else f"/{lang}/missing"


def counties(network: Network) -> dict[str, tuple[EntryId, ...]]:
    """County → its units, the one with most units first; "" holds what lies in none."""
    return network.memo_of("area", _counties)


def languages(network: Network) -> dict[str, None]:
    """The languages that somebody here speaks, offers or lacks, by code in the order of their German names."""
    return network.memo(_languages)


def _counties(network: Network) -> dict[str, tuple[EntryId, ...]]:
    found: dict[str, list[EntryId]] = {}
    for unit in units(network):
        found.setdefault(county_of(network, unit), []).append(unit)
    ordered = sorted(found, key=lambda county: (-len(found[county]), sort_key(name_of(network, county))))
    return {county: tuple(found[county]) for county in ordered}


def _languages(network: Network) -> dict[str, None]:
    codes = {one.language for one in network.memo(people) if one.language}
    for service in network.of_kind("service").values():
        codes.update(stated.split(":")[0] for stated in service.fields.get("languages", ()))
    return dict.fromkeys(sorted(codes - {"de"}, key=lambda code: sort_key(language_name(code, "de"))))
