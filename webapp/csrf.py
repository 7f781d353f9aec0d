"""Requests from other sites change nothing: by Sec-Fetch-Site and Origin, without token or cookie."""

from __future__ import annotations

from werkzeug.wrappers import Request

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def is_foreign(request: Request) -> bool:
    """Whether an unsafe request was sent by another site, or does not say by whom.

    Browsers state Sec-Fetch-Site on every request to a trustworthy origin, and Origin on every unsafe one. Who states
    neither is no browser and carries no cookie of a person; it must at least not look like one from elsewhere.
    """
    if request.method in SAFE:
        return False
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site is not None and site not in ("same-origin", "none"):
        return True
    if origin is not None:
        return origin.lower() not in (f"http://{request.host.lower()}", f"https://{request.host.lower()}")
    return site is None
