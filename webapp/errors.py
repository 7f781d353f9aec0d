"""One table from our errors to answers, and the pages that say them."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

from graph.model.errors import Conflict, Denied, Invalid, KnotenpunktError, Missing, RecordConflict, Unavailable
from graph.model.sentences import say
from webapp.render import page
from webapp.texts import label

Answer = Response | tuple[str, int]

STATUS: dict[type[KnotenpunktError], int] = {
    Missing: 404,
    Denied: 403,
    Conflict: 409,
    RecordConflict: 409,
    Invalid: 422,
    Unavailable: 503,
    KnotenpunktError: 400,
}

# status → heading and text, each in German and English
HTTP_TEXTS: dict[int, tuple[tuple[str, str], tuple[str, str]]] = {
    400: (
        ("Diese Anfrage ist nicht verständlich", "This request can’t be understood"),
        ("Bitte gehen Sie zurück und versuchen Sie es noch einmal.", "Please go back and try again."),
    ),
    403: (
        ("Das ist hier nicht erlaubt", "This is not allowed here"),
        (
            "Ihrem Konto fehlt dafür die Berechtigung, oder die Anfrage kam von einer fremden Seite.",
            "Your account lacks the permission, or the request came from another site.",
        ),
    ),
    404: (
        ("Diese Seite gibt es nicht", "There is no such page"),
        (
            "Vielleicht wurde der Eintrag gelöscht, oder in der Adresse steckt ein Tippfehler.",
            "Perhaps the entry was deleted, or there is a typo in the address.",
        ),
    ),
    405: (
        ("Das geht hier nicht", "This is not possible here"),
        ("Bitte gehen Sie zurück und versuchen Sie es noch einmal.", "Please go back and try again."),
    ),
    409: (
        ("Jemand anderes war schneller", "Somebody else was quicker"),
        (
            "Es wurde nichts gespeichert. Bitte sehen Sie sich den neuen Stand an.",
            "Nothing was saved. Please look at the new state.",
        ),
    ),
    413: (
        ("Das ist zu groß", "This is too large"),
        (
            "Die Eingabe ist größer, als diese Seite annimmt. Es wurde nichts gespeichert.",
            "This is more than this page accepts. Nothing was saved.",
        ),
    ),
    422: (
        ("Das lässt sich so nicht übernehmen", "This can’t be accepted as it is"),
        ("Es wurde nichts gespeichert.", "Nothing was saved."),
    ),
    429: (
        ("Das waren zu viele Anfragen", "Those were too many requests"),
        ("Bitte warten Sie einige Minuten.", "Please wait a few minutes."),
    ),
    500: (
        ("Hier ist ein Fehler passiert", "Something went wrong here"),
        (
            "Der Fehler wurde festgehalten. Ihre Eingabe wurde nicht gespeichert.",
            "The error has been recorded. What you entered was not saved.",
        ),
    ),
    503: (
        ("Gerade nicht erreichbar", "Not available at the moment"),
        (
            "Es wurde nichts gespeichert. Bitte versuchen Sie es gleich noch einmal.",
            "Nothing was saved. Please try again shortly.",
        ),
    ),
}

# Said without any page, before anything is known of the visitor.
UNKNOWN_HOST = (
    "Unter diesem Namen antwortet der Server nicht (Einstellung KNOTENPUNKT_HOSTS). "
    "/ The server does not answer to this name (setting KNOTENPUNKT_HOSTS)."
)


_SECRET = frozenset({"password", "old", "repeat", "code", "token"})


def register(app: Flask) -> None:
    """Answer every error with a page in the reader's language."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(KnotenpunktError, _ours)
    app.register_error_handler(500, _http)


def status_of(error: KnotenpunktError) -> int:
    """The status that an error of ours is answered with."""
    return next(STATUS[c] for c in type(error).__mro__ if c in STATUS)


def _ours(error: KnotenpunktError) -> Answer:
    lang = g.visit.lang if "visit" in g else "de"
    kept = _typed() if isinstance(error, Unavailable) else []
    return _page(status_of(error), say(error.code, lang, **error.params), kept)


def _http(error: HTTPException) -> Answer | HTTPException:
    if (error.code or 500) < 400 or error.response is not None:
        return error
    return _page(error.code or 500, "")


def _typed() -> list[tuple[str, str]]:
    """What was sent and could not be saved, to be sent again by one click. Secrets are typed again."""
    if request.method != "POST" or request.files:
        return []
    return [(k, v) for k, v in request.form.items(multi=True) if k not in _SECRET]


def _page(status: int, text: str, kept: Sequence[tuple[str, str]] = ()) -> Answer:
    heading, usual = HTTP_TEXTS.get(status, HTTP_TEXTS[400 if status < 500 else 500])
    if "visit" not in g:
        said = UNKNOWN_HOST if status == 400 else text or " / ".join(heading)
        return Response(f"{said}\n", status, content_type="text/plain; charset=utf-8")
    lang = g.visit.lang
    try:
        said = text or label(usual, lang)
        whole = page("error.html", heading=label(heading, lang), text=said, noindex=True, kept=kept)
    except Exception:  # the frame itself may be what failed
        if status != 500:
            raise
        return Response(f"{label(heading, lang)}\n", status, content_type="text/plain; charset=utf-8")
    return whole, status
