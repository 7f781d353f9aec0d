"""Charts say what their table says, in both languages, and give nothing away to a page's tags."""

from __future__ import annotations

import json
from datetime import date

import pytest

from dashboards.chart import Chart
from dashboards.flows import flows
from dashboards.gain import gain
from dashboards.trend import trend
from dashboards.waterfall import waterfall
from graph.analysis.coverage.cascade import Cascade
from graph.analysis.finding import rounded, written
from graph.model.sentences import say, sentences

TODAY = date(2026, 11, 23)
CASCADE = Cascade(
    stages=("available", "fitting"), persons=1400, left=(1248, 343), causes={"available": 87.0, "fitting": 970.0}
)


def charts(lang: str) -> list[Chart]:
    return [
        waterfall(CASCADE, "Deutsch", "Von 1400 …", TODAY, lang),
        gain([("Zeitz", 40.0), ("Naumburg", 60.0)], [45.0, 60.0], "Orte", "…", TODAY, lang),
        flows({("Verwaltung", "Wirtschaft"): 3, ("Wirtschaft", "Verwaltung"): 1}, "Wer an wen", "…", TODAY, lang),
        trend([date(2026, 5, 1), TODAY], {"Angebote": [120, None]}, "Verlauf", "…", lang),
    ]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_chart_has_its_table_and_its_method(lang: str) -> None:
    for chart in charts(lang):
        assert chart.rows and all(len(row) == len(chart.head) for row in chart.rows)
        assert say(chart.method, lang)
        assert chart.figure["data"] and "template" not in chart.figure["layout"]


def test_a_waterfall_ends_at_who_is_reached() -> None:
    (trace,) = charts("de")[0].figure["data"]
    assert trace["x"][0] + sum(trace["x"][1:-1]) == trace["x"][-1] == 340


@pytest.mark.parametrize(
    ("unknown", "stages", "left"),
    [
        ((0, 0), ["kein Angebot vor Ort"], ["1250"]),
        ((100, 60), ["nichts bekannt", "kein Angebot vor Ort"], ["1300", "1250"]),
        ((152, 60), ["nichts bekannt", "kein Angebot vor Ort"], ["1250", "1250"]),
        ((152, 87), ["nichts bekannt"], ["1250"]),
    ],
)
def test_who_lives_where_nothing_is_known_stands_apart(
    unknown: tuple[int, int], stages: list[str], left: list[str]
) -> None:
    chart = waterfall(CASCADE, "Deutsch", "…", TODAY, "de", unknown)
    assert [(row[0], str(row[-1])) for row in chart.rows[1:-2]] == list(zip(stages, left, strict=True))
    assert all(row[1] == "–" for row in chart.rows if row[0] == "nichts bekannt")
    trace, *over = chart.figure["data"]
    assert trace["x"][0] + sum(trace["x"][1:-1]) == trace["x"][-1] == 340
    for grey in over:
        assert (grey["y"], grey["base"], grey["x"]) == ([trace["y"][1]], [trace["x"][0]], [trace["x"][1]])
        assert grey["text"] == [f"−{rounded(unknown[1])}"] and trace["text"][1] == ""
    assert len(over) == (1 if unknown[0] else 0)


def test_a_table_says_first_what_the_bars_show() -> None:
    chart = charts("de")[0]
    (trace,) = chart.figure["data"]
    assert chart.head[1] == chart.figure["layout"]["xaxis"]["title"]["text"] == "Menschen (gerundet)"
    assert [written(row[1], "de") for row in chart.rows] == [text.lstrip("−") for text in trace["text"]]
    assert trace["text"][0] == "1.400"
    assert "wird die Lücke auf die Ursachen verteilt" in say(chart.method, "de")


def test_nothing_is_fetched_or_sent() -> None:
    made = json.loads(charts("de")[0].as_json)
    assert made["config"]["plotlyServerURL"] == "" and not made["config"]["showSendToCloud"]
    assert "http" not in charts("de")[2].as_json


def test_a_name_can_not_leave_its_data_block() -> None:
    chart = flows({("</script><b>", "x"): 1}, "t", "f", TODAY, "de")
    assert "<" not in chart.as_json
    assert json.loads(chart.as_json)["data"][0]["node"]["label"][0] == "</script><b>"


def test_a_side_has_one_colour_left_and_right_and_its_bands_have_it_too() -> None:
    (trace,) = flows({("A", "B"): 3, ("B", "A"): 1, ("B", "B"): 2}, "t", "f", TODAY, "de").figure["data"]
    node, link = trace["node"], trace["link"]
    assert len(set(zip(node["label"], node["color"], strict=True))) == len(set(node["color"])) == 2
    fresh = [node["color"][source] for source in link["source"]]
    assert len(set(zip(fresh, link["color"], strict=True))) == len(set(link["color"])) == 2


def test_words_of_charts_are_there_in_both_languages() -> None:
    assert all(all(pair) for code, pair in sentences().items() if code.startswith("dashboards."))


def test_cases_of_all_topics_are_not_called_people() -> None:
    chart = waterfall(CASCADE, "Alle Themen", "…", TODAY, "de", counts="cases")
    assert chart.figure["layout"]["xaxis"]["title"]["text"] == "Fälle (gerundet)"
    assert chart.rows[0][0] == "Hilfe gebraucht"


def test_a_name_is_no_markup_of_a_chart() -> None:
    chart = gain([("<b>Zeitz</b>", 40.0)], [45.0], "Orte", "…", TODAY, "de")
    assert "<b>" not in json.dumps(chart.figure) and chart.rows[0][0] != ""
