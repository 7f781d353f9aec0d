"""Who steers the network, as coordinators see it (method 16): one shared Record, beside the measured centralisation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.analysis.structure.governance import FORMS, QUESTIONS, Form, governance
from graph.model.changes import Record
from graph.model.sentences import say
from webapp.texts import day
from webapp.visit import Visit

KIND, ID = "setting", "governance"


def save(here: Visit, form: Mapping[str, str]) -> bool:
    """Keep the answers; False where there are none. Raises RecordConflict when somebody else answered since the form
    was shown."""
    version = form.get("version", "")
    answers = {question: form[question] for question in QUESTIONS if form.get(question) in FORMS}
    if not answers:
        return False
    body = {"answers": answers, "day": here.today.isoformat()}
    number = int(version) if version.isdecimal() and len(version) < 9 else 0
    here.services.store.commit(None, put=[Record(kind=KIND, id=ID, body=body, version=number)])
    return True


def shown(here: Visit, centralisation: float | None) -> dict[str, Any]:
    """The questions with their answers, and what they say together."""
    record, lang = here.services.store.get(KIND, ID), here.lang
    said = record.body["answers"] if record else {}
    answers: dict[str, Form] = {
        question: form for question in QUESTIONS for form in FORMS if said.get(question) == form
    }
    found = governance(answers, centralisation or 0.0)
    return {
        "questions": [
            (name, say(f"governance.ask.{name}", lang), answers.get(name, ""), _options(name, lang))
            for name in QUESTIONS
        ],
        "counted": [(say(f"governance.{form}", lang), found.answers[form]) for form in FORMS] if answers else [],
        "leading": [say(f"governance.{form}", lang) for form in found.leading],
        "centralisation": None if centralisation is None else round(centralisation * 100),
        "answered_on": day(record.body["day"], lang) if record else "",
        "version": record.version if record else 0,
    }


def _options(question: str, lang: str) -> list[tuple[str, str]]:
    """The three forms as answers to the question: most ask who, one asks whom."""
    codes = "governance.answer.trust" if question == "trust" else "governance.answer"
    return [(form, say(f"{codes}.{form}", lang)) for form in FORMS]
