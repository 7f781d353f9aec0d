"""Freezing a report from the figures that its maker saw."""

from __future__ import annotations

from graph.model.errors import RecordConflict
from webapp.council import reports, telling
from webapp.council.reports import Report
from webapp.figures import renewing
from webapp.visit import Visit


def frozen(here: Visit, seen: str, op: str) -> Report | str:
    """The new report, or the one this form made before; else the code of what stands against it.

    `seen`: number of the figures that the form was shown with. What a report says in every language is made now.
    """
    store, key, figures = here.services.store, telling.key_of(here), telling.figures_of(here)
    known = reports.listed(store, key)
    made = next((one for one in known if op and one.op == op), None)
    if made is not None:
        return made
    if figures is None or figures.head.number != seen:
        return "report.overtaken"
    number = reports.next_number(known, here.today.year)
    report = Report(
        id=f"{here.today.year}-{number}",
        number=f"{number}/{here.today.year}",
        day=figures.day,
        moment=figures.moment,
        frozen=here.now,
        revision=figures.revision,
        op=op,
    )
    said = telling.frozen_of(here, figures)
    try:
        reports.freeze(store, key, report, said, telling.stand(figures, report.number))
    except RecordConflict:
        return "report.taken"
    renewing.start(here.services, here.who)  # so that "what changed" counts from this report on
    return report
