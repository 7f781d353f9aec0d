"""Turning templates into pages: what every page is given beside its own context."""

from __future__ import annotations

from functools import cache
from typing import Any

from flask import Flask, current_app, get_flashed_messages, request
from jinja2 import StrictUndefined
from markupsafe import Markup

from graph.model.schema import kinds
from graph.model.sentences import say
from graph.network import Network
from webapp import texts
from webapp.access import Permission, Role, allowed
from webapp.addresses import only_here
from webapp.texts import N_
from webapp.visit import Visit, visit

# (path below the language, German label, permission): what the main menu offers, in order
MENU = (
    ("search", N_("Kontakt finden"), Permission.READ),
    ("areas", N_("Gebiete"), Permission.READ),
    ("overview", N_("Überblick"), Permission.READ),
    ("missing", N_("Was fehlt"), Permission.READ),
    ("survey", N_("Vermittlungen"), Permission.ANSWER),
    ("plans", N_("Planen"), Permission.PLAN),
    ("entries", N_("Pflegen"), Permission.EDIT),
    ("import", N_("Listen einlesen"), Permission.IMPORT),
    ("history", N_("Verlauf"), Permission.HISTORY),
    ("accounts", N_("Konten"), Permission.ACCOUNTS),
)


BENEATH = {"/missing": ("/ways", "/structure")}
"""What stands under an entry of the main menu without sharing its address."""


def prepare(app: Flask) -> None:
    """Set up the template language: strict about unknown names, escaping, without url_for."""
    env = app.jinja_env
    env.undefined = StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True
    env.auto_reload = False
    env.globals["kinds"] = kinds()


def page(template: str, **context: Any) -> str:
    """A whole page: its template with the frame around it."""
    here = visit()
    return current_app.jinja_env.get_template(template).render(**frame(here), **context)


def fragment(template: str, lang: str, **context: Any) -> Markup:
    """A part of a page that depends on nothing of the request, fit to be kept by `network.memo`."""
    return Markup(current_app.jinja_env.get_template(template).render(**language(lang), **context))


@cache
def language(lang: str) -> dict[str, Any]:
    """What templates say things with: `_`, `_n`, `german`, `label`, `day`, `moment`, `number`, `said_code` (a sentence
    of the vocabulary) of a language.
    """
    return {
        "lang": lang,
        "_": texts.translator(lang),
        "_n": texts.plural_translator(lang),
        "german": lambda text: texts.german(text, lang),
        "label": lambda pair: texts.label(pair, lang),
        "day": lambda value: texts.day(value, lang),
        "moment": lambda value: texts.moment(value, lang),
        "number": lambda value: texts.number(value, lang),
        "said_code": lambda code: say(code, lang),
    }


def frame(here: Visit) -> dict[str, Any]:
    """The variables of layout.html, and those of the language."""
    below = request.path.removeprefix(f"/{here.lang}")
    query = f"?{request.query_string.decode('ascii', 'replace')}" if request.query_string else ""
    return {
        **language(here.lang),
        "home_url": f"/{here.lang}/",
        "network_name": here.network.memo_of("area", network_name),
        "menu": menu(here, below),
        "switch": [(code, name, f"/{code}{below}{query}") for code, name in texts.LANGUAGES.items()],
        "account": account_links(here),
        "notices": notices(here),
        "flashes": flashes(),
        "footer": footer(here.lang),
        "attributions": here.network.memo_of("source", attributions),
        "may": here.may,
        "only_here": only_here(request.host),
        "Permission": Permission,
    }


def menu(here: Visit, below: str) -> list[tuple[str, str, bool]]:
    """The main menu: what this visitor may open."""
    return [
        (url, text, below.startswith((path, *BENEATH.get(path, ()))))
        for url, text, path in _offered(here.lang, here.roles)
    ]


@cache
def _offered(lang: str, roles: frozenset[Role]) -> tuple[tuple[str, str, str], ...]:
    """(address, text, path below the language) of the menu for these roles."""
    said = texts.translator(lang)
    first = "overview" if Role.COUNCIL in roles else ""  # who decides begins with what there is to decide
    ordered = sorted(MENU, key=lambda item: item[0] != first)
    return tuple((f"/{lang}/{path}", said(text), f"/{path}") for path, text, may in ordered if allowed(may, roles))


def account_links(here: Visit) -> list[tuple[str, str, str]]:
    """Sign in, or the own account and sign out."""
    if here.account is None:
        return [(f"/{here.lang}/sign-in", here._("Anmelden"), "get")]
    return [
        (f"/{here.lang}/account", here.account.name, "get"),
        (f"/{here.lang}/sign-out", here._("Abmelden"), "post"),
    ]


def notices(here: Visit) -> list[tuple[str, ...]]:
    """What everyone should know of this answer: demo data, memory that is catching up or cut off."""
    found: list[tuple[str, ...]] = []
    if here.services.config.mode == "demo":
        told = here._(
            "Vorführung: Alle Stellen, Nummern und Adressen sind erfunden. "
            "Änderungen sind möglich, eigene Listen werden hier nicht angenommen."
        )
        found.append(("info", told))
    if here.state.catching_up:
        found.append(("info", here._("Neue Einträge werden gerade übernommen und erscheinen in wenigen Sekunden.")))
    if here.state.since:
        when = texts.moment(here.state.since, here.lang)
        found.append(
            ("warning", here._("Die Datenhaltung antwortet seit {when} nicht. Sie lesen den Stand davor.", when=when))
        )
    return found


@cache
def footer(lang: str) -> list[tuple[str, str]]:
    """Links at the end of every page."""
    _ = texts.translator(lang)
    return [
        (f"/{lang}/about", _("Über diese Seite")),
        (f"/{lang}/privacy", _("Datenschutz")),
        (f"/{lang}/accessibility", _("Barrierefreiheit")),
    ]


def flashes() -> list[tuple[str, str]]:
    """What the last action did. Asked only where there is a session, so that readers get none."""
    return get_flashed_messages(with_categories=True) if visit().account else []  # type: ignore[return-value]


def attributions(network: Network) -> list[tuple[str, str | None]]:
    """Sources of what is shown, each once."""
    lines: dict[str, str | None] = {}
    for source in network.of_kind("source").values():
        text = source.fields.get("attribution") or source.fields["name"]
        licence = source.fields.get("licence")
        websites = source.fields.get("websites") or [None]
        lines[f"{text} ({licence})" if licence and licence not in text else text] = websites[0]
    return list(lines.items())


def network_name(network: Network) -> str:
    """The name of the county or city whose network this is: the one area that all others lie in."""
    tops = [a for a in network.of_kind("area").values() if "parent" not in a.fields]
    return str(tops[0].fields["name"]) if len(tops) == 1 else ""
