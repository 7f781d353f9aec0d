"""What a cleaner could not do with a value."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A code of `graph.model.sentences_values` with the parameters of its sentence."""

    code: str
    params: dict[str, str] = field(default_factory=dict)


def problem(code: str, **params: str) -> Problem:
    """Make a Problem; texts are cut so that a message stays readable."""
    return Problem(code=f"value.{code}", params={key: _short(text) for key, text in params.items()})


def _short(text: str, limit: int = 200) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
