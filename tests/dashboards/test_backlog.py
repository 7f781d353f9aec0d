"""How many still wait in the evening, at worst and at best: every day in chart and table."""

from __future__ import annotations

from datetime import date

import pytest

from dashboards.backlog import MOST_DAYS, backlog

DAY = date(2026, 11, 24)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_both_ends_are_told_for_as_many_days_as_the_longer_one_lasts(lang: str) -> None:
    chart = backlog([30.4, 20.6, 0.0], [5.0], "Rückstand", "Nach 3 Tagen", DAY, lang)
    assert chart.rows == ((1, 30, 5), (2, 21, 0), (3, 0, 0))
    assert len(chart.head) == 3 and chart.day == DAY and chart.figure["layout"]["showlegend"]
    assert [list(bar["y"]) for bar in chart.figure["data"]] == [[30, 21, 0], [5, 0, 0]]


def test_a_backlog_that_never_clears_is_told_for_some_weeks() -> None:
    chart = backlog([400.0] * 90, [400.0] * 90, "Rückstand", "nie", DAY, "de")
    assert len(chart.rows) == MOST_DAYS and chart.rows[-1] == (MOST_DAYS, 400, 400)
