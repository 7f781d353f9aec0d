"""What an analysis has to say: a code with parameters. The sentences, German and English, stand in the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.model.changes import EntryId
from graph.model.sentences import say
from graph.network import Network, name_of

Named = EntryId | tuple[EntryId, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One thing worth saying. `values` are filled in as they are, `entries` by what they are called."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    entries: Mapping[str, Named] = field(default_factory=dict)


def told(network: Network, finding: Finding, lang: str) -> str:
    """The sentence of a finding, with the names that this Network knows.

    Say it with the Network of whoever reads: what they may not see has no name there and is left as "…".
    """
    names = {key: _names(network, value, lang) for key, value in finding.entries.items()}
    return say(finding.code, lang, **finding.values, **names)


def _names(network: Network, value: Named, lang: str) -> str:
    ids: Iterable[EntryId] = value if isinstance(value, tuple) else (value,)
    return ", ".join(name_of(network, id, lang) or "…" for id in ids)
