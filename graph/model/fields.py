"""What the vocabulary is made of: types, audiences, fields and kinds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from graph.model.changes import Kind
from graph.model.codes import CODE_LISTS


class Type(StrEnum):
    """How a field's value looks as JSON, and how it is read from what people type."""

    TEXT = "text"  # one line
    PROSE = "prose"  # several lines
    TEXTS = "texts"  # list of lines
    CODE = "code"  # one of a closed list
    CODES = "codes"  # some of a closed list
    FLAG = "flag"  # true or false; missing is unknown
    COUNT = "count"  # whole number
    NUMBER = "number"  # decimal number
    DAY = "day"  # ISO date
    MOMENT = "moment"  # ISO date and time, local
    PHONES = "phones"  # list of E.164
    MAILS = "mails"
    WEBSITES = "websites"
    HOURS = "hours"  # OSM opening_hours; what can't be read stays in `<field>_text`
    LANGUAGES = "languages"  # list of code[:mode[:lead days]]
    REF = "ref"  # id of an entry
    REFS = "refs"  # list of ids
    OUTLINE = "outline"  # GeoJSON geometry as text
    EXTRA = "extra"  # heading → text
    ORIGIN = "origin"  # where values came from: see origins.py


class Audience(StrEnum):
    """Who may see a field or an entry, from widest to narrowest."""

    PUBLIC = "public"
    NETWORK = "network"
    COORDINATION = "coordination"

    @property
    def rank(self) -> int:
        """0 for public, 1 for network, 2 for coordination."""
        return _RANK[self]


_RANK = {Audience.PUBLIC: 0, Audience.NETWORK: 1, Audience.COORDINATION: 2}


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One field of a kind. `label` and `help` are (German, English)."""

    name: str
    type: Type
    label: tuple[str, str]
    help: tuple[str, str] = ("", "")
    required: bool = False
    audience: Audience = Audience.PUBLIC
    personal: bool = False
    exact: bool = False
    """Tells where a place is to the house: seen by coordination only when the place is protected."""
    codes: str = ""
    refs: tuple[str, ...] = ()
    link: str = ""
    """The link's type in a property graph, for references."""
    inward: bool = False
    """The link is read from its other end: an actor OFFERS the service that names it as provider."""
    headings: tuple[str, ...] = ()
    """Column headings that mean this field, folded to lower case; German and English."""
    group: str = "main"
    """The block of a form or page it stands in."""
    edited: bool = True
    """Whether people edit it by hand."""

    @property
    def options(self) -> dict[str, tuple[str, str]]:
        """The closed list of a coded field."""
        return CODE_LISTS[self.codes]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class KindSpec:
    """One kind of entry. `label` and `plural` are (German, English); a link has sender and receiver."""

    name: Kind
    label: tuple[str, str]
    plural: tuple[str, str]
    fields: tuple[Field, ...]
    help: tuple[str, str] = ("", "")
    link: bool = False
    titled_by: tuple[str, ...] = ("name",)
    """The fields an entry is called by, in order."""

    def field(self, name: str) -> Field:
        """The field of this name. Raises KeyError."""
        return _by_name(self)[name]

    @property
    def required(self) -> frozenset[str]:
        """The fields an entry can't be without."""
        return _required(self)


@cache
def _by_name(spec: KindSpec) -> dict[str, Field]:
    return {each.name: each for each in spec.fields}


@cache
def _required(spec: KindSpec) -> frozenset[str]:
    return frozenset(each.name for each in spec.fields if each.required)
