"""Web addresses: a cell with any number of them; only http and https, nothing hidden in them."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import SplitResult, urlsplit

from graph.model.values.problem import Problem, problem
from graph.model.values.text import tidy

_SPLIT = re.compile(r"[\s|]+|[,;](?=\s|$|https?://|www\.)|(?<=[^\s/])(?=https?://)", re.I)
_LABEL = re.compile(r"^(?:web|website|internet|homepage|url|www)\s*:\s*(?!//)", re.I | re.M)
_WORDS = frozenset({"oder", "und", "or", "and", "sowie", "bzw."})
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_PORT = re.compile(r"[^/:]+:\d{1,5}(?:/|$)")
_LABEL_ASCII = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_TOP = re.compile(r"[a-z]{2,24}|xn--[a-z0-9-]{2,59}")
_LONGEST_HOST = 253
_PLAIN = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?:/|(?:/[\w~-]+)+(?:\.\w+|/)?)?", re.A
)
"""One address and nothing else, spelled as it stays."""
_FORBIDDEN = re.compile('[\\\\<>"\x00-\x20\x7f`{}^]')


def clean_websites(raw: str) -> tuple[list[str], list[Problem]]:
    """Return all addresses of a cell as absolute URLs with a checked host, and what is refused."""
    sites: list[str] = []
    problems: list[Problem] = []
    text = tidy(raw)
    if len(text) <= _LONGEST_HOST and _PLAIN.fullmatch(text):
        return [text], []
    for word in _SPLIT.split(_LABEL.sub("", text)):
        word = word.strip("<>\"'").rstrip(".,;")
        if not word or word.lower() in _WORDS:
            continue
        site = _clean_website(word)
        if site is None:
            problems.append(problem("web_not_understood", text=word))
        elif site not in sites:
            sites.append(site)
    return sites, problems


def _clean_website(word: str) -> str | None:
    if _FORBIDDEN.search(word):
        return None
    if not _SCHEME.match(word) or _PORT.match(word):
        word = "https://" + word.removeprefix("//")
    try:
        parts = urlsplit(word)
        port = parts.port
    except ValueError:
        return None
    # Credentials in an address make a foreign host look like a known one.
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not parts.hostname:
        return None
    host = _ascii_host(parts.hostname)
    return None if host is None else _join(parts, host if port is None else f"{host}:{port}")


def _join(parts: SplitResult, netloc: str) -> str:
    return SplitResult(parts.scheme, netloc, parts.path, parts.query, parts.fragment).geturl()


def _ascii_host(host: str) -> str | None:
    """The host as DNS knows it, or None where it is none or mixes alphabets to look like another."""
    labels = [_ascii_label(label) for label in unicodedata.normalize("NFC", host.lower()).split(".")]
    known = [label for label in labels if label is not None]
    if len(known) < len(labels) or len(known) < 2 or not _TOP.fullmatch(known[-1]):
        return None
    joined = ".".join(known)
    return joined if len(joined) <= _LONGEST_HOST else None


def _ascii_label(label: str) -> str | None:
    if label.isascii():
        return label if _LABEL_ASCII.fullmatch(label) else None
    letters = [char for char in label if not (char.isascii() and (char.isdigit() or char == "-"))]
    alphabets = {unicodedata.name(char, "?").split()[0] for char in letters}
    if (
        len(alphabets) != 1
        or not all(char.isalpha() for char in letters)
        or label.startswith("-")
        or label.endswith("-")
    ):
        return None
    coded = "xn--" + label.encode("punycode").decode("ascii")
    return coded if len(coded) <= 63 else None
