"""What an analysis has to say: a code with parameters. The sentences, German and English, stand in the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model.changes import EntryId
from graph.model.codes import CODE_LISTS
from graph.model.sentences import say
from graph.model.values.languages import language_name
from graph.network import Network, name_of

Named = EntryId | tuple[EntryId, ...]
LANGUAGE = "language"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One thing worth saying.

    `values` are filled in as they are, `entries` by what they are called, `codes` by the labels of their list
    ((list of `CODE_LISTS`, code), or (LANGUAGE, code)); an empty code is said as "everyone". `people` are a model's
    numbers, said rounded ("rund 120").
    """

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    entries: Mapping[str, Named] = field(default_factory=dict)
    codes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    people: Mapping[str, float] = field(default_factory=dict)


def told(network: Network, finding: Finding, lang: str) -> str:
    """The sentence of a finding, with the names that this Network knows.

    Say it with the Network of whoever reads: what they may not see has no name there and is left as "…".
    """
    names = {key: _names(network, value, lang) for key, value in finding.entries.items()}
    labels = {key: _label(list_, code, lang) for key, (list_, code) in finding.codes.items()}
    numbers = {key: about(value, lang) for key, value in finding.people.items()}
    values = {key: written(value, lang) for key, value in finding.values.items()}
    text = say(finding.code, lang, **values, **names, **labels, **numbers)
    return _with_articles(text, names.values()) if lang == "de" else text


def kind_of_place(place: str) -> str:
    """How German says "in" before a place, by what it is called: "county" "im …kreis", "union" "in der …gemeinde …".

    >>> [kind_of_place(name) for name in ("Burgenlandkreis", "Verbandsgemeinde Wethautal", "Zeitz")]
    ['county', 'union', '']
    """
    first = place.partition(" ")[0]
    if first in ("Landkreis", "Kreis") or place.endswith("kreis"):
        return "county"
    return "union" if first.casefold().endswith(("gemeinde", "gemeinschaft", "region")) and " " in place else ""


def listed(names: Sequence[str]) -> str:
    """Names one after the other; where one has a comma itself, semicolons keep them apart.

    >>> listed(["Haus Zeitz", "Teestube"]), listed(["Volkshochschule, Haus Zeitz", "Teestube"])
    ('Haus Zeitz, Teestube', 'Volkshochschule, Haus Zeitz; Teestube')
    """
    return ("; " if any(", " in name for name in names) else ", ").join(names)


def about(persons: float, lang: str) -> str:
    """A model's number of people as it is said.

    >>> [about(n, "de") for n in (0, 3, 58, 121, 2374)]
    ['0', 'weniger als 5', 'rund 60', 'rund 120', 'rund 2.350']
    """
    german = lang == "de"
    if persons < 5:
        return ("weniger als 5" if german else "fewer than 5") if persons > 0 else "0"
    return f"{'rund' if german else 'about'} {written(rounded(persons), lang)}"


def rounded(persons: float) -> int:
    """A model's number of people without the precision it has not: to 5 below 100, to 10 below 1,000, then to 50.

    >>> [rounded(n) for n in (58, 121, 2374)]
    [60, 120, 2350]
    """
    step = 5 if persons < 100 else 10 if persons < 1000 else 50
    return int(persons / step + 0.5) * step


def written(value: object, lang: str) -> str:
    """A number with the separators of the language; everything else as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    text = f"{value:,}" if isinstance(value, int) else f"{value:,g}"
    return text.translate(_GERMAN) if lang == "de" else text


_GERMAN = str.maketrans(",.", ".,")


def _with_articles(text: str, names: Iterable[str]) -> str:
    for name in names:
        before = {"county": "im ", "union": "in der "}.get(kind_of_place(name))
        text = text.replace(f" in {name}", f" {before}{name}") if before else text
    return text


def _names(network: Network, value: Named, lang: str) -> str:
    ids: Iterable[EntryId] = value if isinstance(value, tuple) else (value,)
    return listed([name_of(network, id, lang) or "…" for id in ids])


def _label(list_: str, code: str, lang: str) -> str:
    if not code:
        return "alle" if lang == "de" else "everyone"
    if list_ == LANGUAGE:
        return language_name(code, lang)
    return CODE_LISTS[list_].get(code, (code, code))[0 if lang == "de" else 1]
