"""What the pages of ways share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from webapp.access import Permission
from webapp.figures import shown
from webapp.figures.shelf import Figures
from webapp.visit import Visit


def named(here: Visit) -> bool:
    """Whether results name actors: for coordinators only; everyone else reads topics and places."""
    return here.may(Permission.EDIT)


def frame(here: Visit) -> tuple[Figures | None, dict[str, Any]]:
    """The visitor's figures, and what every page of ways is given."""
    figures = shown.last(here)
    return figures, {**shown.frame(here, figures), "named": named(here)}


def told(here: Visit, findings: Iterable[Mapping[str, Any]] | None) -> list[tuple[str, int]]:
    """(sentence, how often) of kept findings, each once: several places may have the same trouble."""
    return list(Counter(shown.said(here, finding) for finding in findings or ()).items())


def bare(text: str, name: str) -> str:
    """A sentence without the name that stands above it anyway."""
    left = text.removeprefix(f"{name}: ")
    return left[:1].upper() + left[1:]


def chosen(here: Visit, part: Mapping[str, Any] | None, name: str) -> list[tuple[str, int]]:
    """The list of a part that the visitor may read: by name, or by place."""
    return told(here, (part or {}).get(name if named(here) else f"{name}_at"))
