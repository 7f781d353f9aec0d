"""The frame and the macros with nothing but their own files: strict, so a forgotten variable fails here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jinja2
import pytest

TEMPLATES = Path(__file__).parents[2] / "webapp" / "templates"


@pytest.fixture(scope="module")
def templates() -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(TEMPLATES)
    made = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals.update(_=lambda text: text, german=lambda text: text, asset=lambda path: f"/static/x/{path}")
    return made


def render(templates: jinja2.Environment, source: str, **variables: Any) -> str:
    return templates.from_string(source).render(lang="de", **variables)


PAGE = "{% extends 'layout.html' %}{% block title %}Suche{% endblock %}{% block main %}<p>Da</p>{% endblock %}"


def test_a_page_needs_nothing_but_its_language_and_title(templates: jinja2.Environment) -> None:
    page = render(templates, PAGE)
    assert page.count("<h1>") == 1 and "<h1>Suche</h1>" in page
    assert "<title>Suche – Knotenpunkt</title>" in page
    assert '<html lang="de" dir="ltr" data-kern-theme="light">' in page


def test_no_page_carries_style_or_script_inside(templates: jinja2.Environment) -> None:
    notices = [("info", "Import läuft", "/i", "Stand")]
    page = render(templates, PAGE, account=[("/aus", "Abmelden", "post")], notices=notices)
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page)


def test_what_people_wrote_is_escaped_in_the_frame(templates: jinja2.Environment) -> None:
    evil = "<b>x</b>"
    page = render(
        templates,
        PAGE,
        network_name=evil,
        menu=[("/", evil, True)],
        notices=[("info", evil)],
        breadcrumb=[(None, evil)],
        flashes=[("success", evil)],
        attributions=[(evil, None)],
    )
    assert evil not in page


def test_the_language_switch_marks_where_one_is(templates: jinja2.Environment) -> None:
    page = render(templates, PAGE, switch=[("de", "Deutsch", "/de/"), ("en", "English", "/en/")])
    assert 'lang="de" hreflang="de" aria-current="true">Deutsch' in page
    assert '<link rel="alternate" hreflang="en" href="/en/">' in page


FIELD = "{% import 'macros/forms.html' as f %}{{ f.field(**data) }}"


def test_a_field_is_described_by_its_hint_and_its_error(templates: jinja2.Environment) -> None:
    data = {"kind": "text", "name": "name", "label": "Name", "hint": "Wie am Türschild", "error": "Fehlt."}
    html = render(templates, FIELD, data=data)
    assert '<label class="kern-label" for="f-name">' in html
    assert 'aria-describedby="f-name-hint f-name-error"' in html and 'aria-invalid="true"' in html
    assert 'id="f-name-hint"' in html and 'id="f-name-error"' in html


@pytest.mark.parametrize(
    ("kind", "value", "chosen"),
    [
        ("select", 2, '<option value="2" selected>'),
        ("radios", "2", 'value="2" checked>'),
        ("checkboxes", [2], 'value="2" checked>'),
    ],
)
def test_a_choice_shows_what_is_chosen(templates: jinja2.Environment, kind: str, value: object, chosen: str) -> None:
    data = {"kind": kind, "name": "n", "label": "Wahl", "value": value, "options": [(1, "eins"), (2, "zwei", 7)]}
    html = render(templates, FIELD, data=data)
    assert html.count("selected") + html.count(" checked") == 1 and chosen in html


@pytest.mark.parametrize("name", sorted(path.name for path in (TEMPLATES / "macros").glob("*.html")))
def test_every_macro_file_compiles(templates: jinja2.Environment, name: str) -> None:
    assert templates.get_template(f"macros/{name}").module
