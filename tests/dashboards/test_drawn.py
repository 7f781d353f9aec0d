"""What charts draw is what their tables say, in the reader's language."""

from __future__ import annotations

import json
from datetime import date

import pytest

from dashboards.chart import drawn
from dashboards.council.coverage import people
from dashboards.council.words import Words
from dashboards.flows import flows
from dashboards.gain import gain
from dashboards.trend import trend
from dashboards.waterfall import waterfall
from graph.analysis.coverage.cascade import Cascade
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(("lang", "separators"), [("de", ",."), ("en", ".,")])
def test_numbers_of_a_figure_have_the_separators_of_the_language(lang: str, separators: str) -> None:
    figure = drawn([], lang, xaxis={"title": "Tage"}, showlegend=True)
    assert figure["layout"]["separators"] == separators
    assert figure["layout"]["xaxis"]["automargin"] and figure["layout"]["xaxis"]["title"]["text"] == "Tage"
    assert figure["layout"]["showlegend"] is True and drawn([], lang)["layout"]["showlegend"] is False


def test_a_band_begins_and_ends_at_the_sides_that_its_row_names() -> None:
    links = {("A", "B"): 3, ("A", "A"): 2, ("B", "C"): 1}
    chart = flows(links, "Wer an wen", "meist von A", DAY, "de")
    trace = chart.figure["data"][0]
    names = trace["node"]["label"]
    ends = zip(trace["link"]["source"], trace["link"]["target"], trace["link"]["value"], strict=True)
    assert [(names[one], names[other], n) for one, other, n in ends] == [(*pair, n) for pair, n in links.items()]
    assert list(chart.rows) == [(*pair, n) for pair, n in links.items()]
    assert names == ["A", "B", "B", "A", "C"]  # who refers, then who receives
    assert trace["node"]["color"][0] == trace["node"]["color"][3] != trace["node"]["color"][1]


def test_what_was_not_known_on_a_day_is_a_dash_and_no_point() -> None:
    days = [date(2026, 10, 1), date(2026, 11, 1)]
    chart = trend(days, {"erreicht": [None, 40.0], "bestätigt": [0.0, 12.0]}, "Verlauf", "mehr", "de")
    assert chart.rows == (("2026-10-01", "–", 0.0), ("2026-11-01", 40.0, 12.0))
    assert [line["y"] for line in chart.figure["data"]] == [[None, 40.0], [0.0, 12.0]]
    assert chart.figure["layout"]["showlegend"] and chart.day == days[-1]
    assert not trend(days, {"erreicht": [1, 2]}, "Verlauf", "mehr", "de").figure["layout"]["showlegend"]


def test_each_site_is_named_beneath_its_point_beside_the_optimum() -> None:
    chart = gain([("Zeitz <b>", 58.0), ("Lützen", 121.0)], [60.0, 130.0], "Orte", "Zeitz", DAY, "de")
    assert chart.rows == (("Zeitz <b>", 60, 60), ("Lützen", 120, 130)) and chart.figure["layout"]["showlegend"]
    assert [list(line["x"]) for line in chart.figure["data"]] == [[60, 120], [60, 130]]
    assert "<b>" not in json.dumps(chart.figure["layout"]["yaxis"]["ticktext"])


def test_no_word_of_a_sites_name_is_broken() -> None:
    chart = gain([("Verbandsgemeinde Droyßiger-Zeitzer Forst", 58.0)], [60.0], "Orte", "…", DAY, "de")
    (text,) = chart.figure["layout"]["yaxis"]["ticktext"]
    assert text == "1 + Verbandsgemeinde<br>Droyßiger-Zeitzer<br>Forst"


def test_days_below_a_trend_are_those_of_its_points_and_so_few_that_they_have_room() -> None:
    days = [date(2026, 11, day) for day in (1, 2, 3, 10, 17, 23, 24)]
    chart = trend(days, {"erreicht": [1.0] * 7}, "Verlauf", "…", "de", unit="%")
    axis = chart.figure["layout"]["xaxis"]
    assert axis["tickvals"] == ["2026-11-02", "2026-11-10", "2026-11-24"] or len(axis["tickvals"]) < 5
    assert axis["tickvals"][-1] == "2026-11-24" and axis["tickformat"] == "%-d.%-m.%Y"
    assert chart.figure["layout"]["yaxis"]["ticksuffix"].endswith("%")


def test_what_nobody_knows_stands_apart_only_where_it_was_asked_what_is_there() -> None:
    causes = {"reachable": 10.0, "linked": 5.0}
    asked = Cascade(stages=("reachable", "linked"), persons=100.0, left=(90.0, 85.0), causes=causes)
    chart = waterfall(asked, "Kaskade", "zu weit", DAY, "de", unknown=(10.0, 10.0))
    assert len(chart.rows) == 4 and len(chart.figure["data"]) == 1


@pytest.mark.parametrize(
    ("every", "said"), [(None, "lässt sich nicht zeigen"), (0, "Rund 0 Menschen"), (1205, "Rund 1.200 Menschen")]
)
def test_a_hidden_total_is_said_to_be_hidden(every: int | None, said: str) -> None:
    town = Entry(kind=Kind("area"), id=EntryId("town"), fields={"name": "Stadt"})
    words = Words(network=Network([town]), lang="de", on=DAY)
    found = {"units": [["town", every]], "counted": ["2026-06-30"], "all": every, "cells": []}
    section = people(words, found)
    assert said in section.finding
    assert section.rows == (("Stadt", "verborgen" if every is None else words.number(every)),)
