"""The first page of a new installation: demo or own network? In front of the application until it runs.

A small WSGI application of its own. Once the choice is made it shows how far things are, and then hands every request
to the application it has started.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from flask import Flask, abort, redirect, request
from werkzeug.exceptions import HTTPException, SecurityError
from werkzeug.wrappers import Response

from graph.model.errors import KnotenpunktError
from graph.model.sentences import say
from webapp import csrf, headers, static_files
from webapp.config import Config, Mode
from webapp.render import language, prepare
from webapp.texts import LANGUAGES, translator

Application = Callable[..., Iterable[bytes]]
Progress = Callable[[str, int, int], None]
Start = Callable[[Mode, Progress], Application]
"""Makes the application of a mode ready; slow, called once at a time in a thread of its own."""

FORM_BYTES = 1_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """How far the start is."""

    code: str
    done: int = 0
    total: int = 0


class FirstPage:
    """WSGI: asks, waits, then is the application."""

    def __init__(self, config: Config, start: Start) -> None:
        self.config = config
        self.mode: Mode | None = None
        self.step = Step(code="first.begin")
        self.error: KnotenpunktError | None = None
        self._start = start
        self._choosing = threading.Lock()
        self._making: threading.Thread | None = None
        self._inner: Application | None = None
        self._asking = _asking(self)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        return (self._inner or self._asking)(environ, start_response)

    def choose(self, mode: Mode) -> bool:
        """Begin to start a mode. False when a choice was made before and did not fail."""
        with self._choosing:
            if self.mode is not None and self.error is None:
                return self.mode == mode
            self.mode, self.error, self.step = mode, None, Step(code="first.begin")
            self._making = threading.Thread(target=self._make, args=(mode,), name="start", daemon=True)
            self._making.start()
            return True

    def wait(self) -> None:
        """Come back when the chosen application runs. Raises KnotenpunktError."""
        if self._making:
            self._making.join()
        if self.error:
            raise self.error

    def _make(self, mode: Mode) -> None:
        try:
            self._inner = self._start(mode, self._tell)
        except KnotenpunktError as error:
            self.error = error
        except Exception:
            self.error = KnotenpunktError("first.failed")
            raise  # the terminal shows what happened

    def _tell(self, code: str, done: int, total: int) -> None:
        self.step = Step(code=code, done=done, total=total)


def _asking(first: FirstPage) -> Flask:
    app = Flask("webapp", static_folder=None, template_folder="templates")
    app.config.update(MAX_CONTENT_LENGTH=FORM_BYTES, TRUSTED_HOSTS=list(first.config.trusted_hosts))
    prepare(app)
    static_files.register(app)
    app.before_request(_gate)
    app.after_request(headers.secure)
    app.register_error_handler(HTTPException, _say)

    @app.get("/", defaults={"path": ""}, endpoint="page")
    @app.get("/<path:path>", endpoint="page")
    def page(path: str) -> Response | str | tuple[str, int]:
        """Every address shows where things stand; the right one stays in the browser's bar."""
        lang = path.split("/", 1)[0]
        if lang not in LANGUAGES:
            return redirect(f"/{request.accept_languages.best_match(list(LANGUAGES), default='de')}/")
        return _page(app, first, lang)

    @app.post("/<lang>/choose", endpoint="choose")
    def choose(lang: str) -> Response:
        wanted: dict[str, Mode] = {"demo": "demo", "own": "own"}
        mode = wanted.get(request.form.get("mode", ""))
        if mode is None or lang not in LANGUAGES:
            abort(400)
        started = first.choose(mode)
        return redirect(f"/{lang}/setup" if started and mode == "own" else f"/{lang}/", 303)

    return app


def _gate() -> None:
    try:
        _ = request.host
    except SecurityError:
        abort(400)
    if csrf.is_foreign(request):
        abort(403)


def _page(app: Flask, first: FirstPage, lang: str) -> tuple[str, int]:
    template = "question" if first.mode is None or first.error else "waiting"
    switch = [(code, name, f"/{code}/{request.path.split('/', 2)[2]}") for code, name in LANGUAGES.items()]
    said = app.jinja_env.get_template(f"first/{template}.html").render(
        **language(lang),
        home_url=f"/{lang}/",
        here=request.path,
        switch=switch,
        exists=(first.config.data / "demo.sqlite").exists(),
        error=say(first.error.code, lang, **first.error.params) if first.error else "",
        doing=say(first.step.code, lang),
        step=first.step,
    )
    return said, 200 if template == "question" else 202


def _say(error: HTTPException) -> Response | HTTPException:
    if error.response is not None or (error.code or 500) < 400:
        return error
    texts = [translator(lang)("Das hat nicht geklappt. Bitte laden Sie die Seite neu.") for lang in LANGUAGES]
    return Response(" / ".join(dict.fromkeys(texts)), error.code, content_type="text/plain; charset=utf-8")
