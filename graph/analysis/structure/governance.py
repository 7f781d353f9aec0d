"""Who steers: three forms of governance of a network, by what people say (method 16).

Provan & Kenis, Journal of Public Administration Research and Theory 18 (2008) describe the forms and what favours each.
They publish no cut-offs and there is no vector: the answers are laid beside the measured centralisation, and people
judge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Form = Literal["shared", "lead_organisation", "administrative_organisation"]
FORMS: tuple[Form, ...] = ("shared", "lead_organisation", "administrative_organisation")
QUESTIONS: tuple[str, ...] = ("decisions", "coordination", "trust", "goals", "tasks")
"""What is asked; each question is answered by the form that fits best. Texts stand in the vocabulary."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Governance:
    """`answers` per form, the `leading` ones (several: no form stands out), beside the measured centralisation."""

    answers: Mapping[Form, int]
    leading: tuple[Form, ...]
    centralisation: float


def governance(answers: Mapping[str, Form], centralisation: float) -> Governance:
    """Count the answers and set them beside the links.

    >>> governance({"decisions": "shared", "trust": "shared"}, 0.2).leading
    ('shared',)
    """
    counted = Counter(answers[question] for question in QUESTIONS if question in answers)
    most = max(counted.values(), default=0)
    leading = tuple(form for form in FORMS if most and counted[form] == most)
    return Governance(answers={form: counted[form] for form in FORMS}, leading=leading, centralisation=centralisation)
