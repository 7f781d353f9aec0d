"""Style sheets, scripts, fonts and images under one name that changes with their content.

Every file lives at `/static/<hash of the whole folder>/<path>`, so a relative `url()` or `import` inside a file finds
its neighbour, and whatever a browser fetched it may keep for ever. Templates write `asset('css/app.css')`.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from flask import Flask, Response, abort, request

ENDPOINT = "static_file"
FOLDER = Path(__file__).parent / "static"
COMPRESSIBLE = frozenset({".css", ".js", ".svg", ".json", ".txt", ".md", ".map", ".geojson"})
ONE_YEAR = 31_536_000
# The operating system's own table may call a script text/plain, which browsers then refuse to run.
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2"}


class UnknownAsset(LookupError):
    """A template names a static file that does not exist."""


@dataclass(frozen=True, kw_only=True)
class StaticFile:
    """One file as it is sent: plain, and packed where that makes it smaller."""

    plain: bytes
    media_type: str
    compressible: bool

    @cached_property
    def packed(self) -> bytes | None:
        """The gzip form, made once at first use; None where plain is no longer."""
        if not self.compressible:
            return None
        packed = gzip.compress(self.plain, 9, mtime=0)
        return packed if len(packed) < len(self.plain) else None


def register(app: Flask, folder: Path = FOLDER) -> None:
    """Serve the folder and give templates `asset(path) -> url`. The app is made with `static_folder=None`."""
    files = read_files(folder)
    version = version_of(files)
    app.jinja_env.globals["asset"] = asset_urls(files, version)

    def static_file(wanted: str, path: str) -> Response:
        found = files.get(path)
        if found is None:
            abort(404)
        return _answer(found, current=wanted == version)

    app.add_url_rule("/static/<wanted>/<path:path>", ENDPOINT, static_file, methods=["GET"])


def read_files(folder: Path) -> dict[str, StaticFile]:
    """Every file below the folder by its path with forward slashes, in a fixed order."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): _read(path) for path in paths}


def version_of(files: dict[str, StaticFile]) -> str:
    """A short hash of all names and contents."""
    digest = hashlib.sha256()
    for path, file in files.items():
        digest.update(f"{path}\0{len(file.plain)}\0".encode())
        digest.update(file.plain)
    return digest.hexdigest()[:12]


def asset_urls(files: dict[str, StaticFile], version: str) -> Callable[[str], str]:
    """The function templates call: a table look-up, so it costs nothing on a page."""
    urls = {path: f"/static/{version}/{path}" for path in files}

    def asset(path: str) -> str:
        try:
            return urls[path]
        except KeyError:
            raise UnknownAsset(path) from None

    return asset


def _read(path: Path) -> StaticFile:
    media_type = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return StaticFile(plain=path.read_bytes(), media_type=media_type, compressible=path.suffix in COMPRESSIBLE)


def _answer(found: StaticFile, *, current: bool) -> Response:
    """A page from before an upgrade still gets its files, but may not keep them under the old name."""
    packed = found.packed if request.accept_encodings["gzip"] > 0 else None
    response = Response(found.plain if packed is None else packed, content_type=_content_type(found.media_type))
    if packed is not None:
        response.headers["Content-Encoding"] = "gzip"
    if found.compressible:
        response.vary.add("Accept-Encoding")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.cache_control.public = True
    if current:
        response.cache_control.max_age = ONE_YEAR
        response.cache_control.immutable = True
    else:
        response.cache_control.no_cache = True
    return response


def _content_type(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
