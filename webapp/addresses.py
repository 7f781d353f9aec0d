"""Addresses that come with a request and lead on."""

from __future__ import annotations

from urllib.parse import urlsplit

from webapp.texts import LANGUAGES


def own_path(wanted: str, otherwise: str) -> str:
    """`wanted` when it is a page of this site, else `otherwise`.

    Browsers read `\\` as `/` and skip control characters and blanks, so none may stand in it.
    """
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return otherwise
    visible = all("!" <= sign <= "~" and sign != "\\" for sign in wanted)
    ours = any(wanted == f"/{lang}" or wanted.startswith(f"/{lang}/") for lang in LANGUAGES)
    return wanted if visible and ours and not parts.scheme and not parts.netloc else otherwise


def only_here(host: str) -> bool:
    """Whether a server opened under this name (perhaps with a port) is reached by this machine alone."""
    name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    return name in ("localhost", "::1", "0.0.0.0") or name.endswith(".localhost") or name.startswith("127.")
