"""One table from our errors to answers, and the pages that say them."""

from __future__ import annotations

from flask import Flask, g, request
from werkzeug.exceptions import HTTPException

from graph.model.errors import Conflict, Denied, Invalid, KnotenpunktError, Missing, RecordConflict, Unavailable
from graph.model.sentences import say
from webapp.render import page

STATUS: dict[type[KnotenpunktError], int] = {
    Missing: 404,
    Denied: 403,
    Conflict: 409,
    RecordConflict: 409,
    Invalid: 422,
    Unavailable: 503,
    KnotenpunktError: 400,
}

# status → (German heading, German text)
HTTP_TEXTS = {
    400: ("Diese Anfrage ist nicht verständlich", "Bitte gehen Sie zurück und versuchen Sie es noch einmal."),
    403: ("Das ist hier nicht erlaubt", "Dafür fehlt die Berechtigung, oder die Anfrage kam von einer anderen Seite."),
    404: ("Diese Seite gibt es nicht", "Vielleicht wurde der Eintrag gelöscht oder zusammengeführt."),
    405: ("Das ist hier nicht möglich", "Bitte gehen Sie zurück und versuchen Sie es noch einmal."),
    409: ("Jemand anderes war schneller", "Es wurde nichts gespeichert. Bitte sehen Sie sich den neuen Stand an."),
    413: ("Das ist zu groß", "Die Eingabe ist größer, als diese Seite annimmt."),
    422: ("Einige Angaben fehlen noch", "Es wurde nichts gespeichert."),
    500: ("Hier ist ein Fehler passiert", "Er wurde vermerkt. Ihre Eingabe wurde nicht gespeichert."),
    503: ("Gerade nicht erreichbar", "Es wurde nichts gespeichert. Bitte versuchen Sie es gleich noch einmal."),
}


def register(app: Flask) -> None:
    """Answer every error with a page in the reader's language."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(KnotenpunktError, _ours)
    app.register_error_handler(500, _http)


def status_of(error: KnotenpunktError) -> int:
    """The status that an error of ours is answered with."""
    return next(STATUS[c] for c in type(error).__mro__ if c in STATUS)


def _ours(error: KnotenpunktError) -> tuple[str, int]:
    lang = g.visit.lang if "visit" in g else "de"
    return _page(status_of(error), say(error.code, lang, **error.params))


def _http(error: HTTPException) -> tuple[str, int] | HTTPException:
    code = error.code or 500
    if code < 400 or error.response is not None:
        return error
    return _page(code, "")


def _page(status: int, text: str) -> tuple[str, int]:
    if "visit" not in g:  # before the gate: nothing is known of the visitor
        return f"{status}", status
    heading, usual = HTTP_TEXTS.get(status, HTTP_TEXTS[400])
    say_ = g.visit._
    return page("error.html", status=status, heading=say_(heading), text=text or say_(usual), path=request.path), status
