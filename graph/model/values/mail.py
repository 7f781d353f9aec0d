"""Mail addresses: a cell with any number of them, hidden from robots or not."""

from __future__ import annotations

import re

from graph.model.values.problem import Problem, problem
from graph.model.values.text import strip_edges, tidy

_AT = re.compile(
    r"\s*[(\[{<]\s*(?:at|ät|@|a)\s*[)\]}>]\s*|\s+(?:at|ät)\s+(?=[\w.-]+\.[a-z]{2,}\b)|\s*\b_at_\b\s*", re.I
)
_DOT = re.compile(r"\s*[(\[{<]\s*(?:dot|punkt|\.)\s*[)\]}>]\s*", re.I)
_SPACED_AT = re.compile(r"\s*@\s*")
_LABEL = re.compile(r"\b(?:e-?mail|mail|mailto)\s*:\s*", re.I)
_WORDS = re.compile(r"\b(?:oder|und|or|and|bzw)\b\.?", re.I)
_QUERY = re.compile(r"\?\S*")
_SPLIT = re.compile(r'[\s,;|<>()\[\]"]+|(?<=\w)/(?=\w)')
_MAIL = re.compile(
    r"[a-z0-9äöüß!#$%&'*+=^_`{|}~-]+(?:\.[a-z0-9äöüß!#$%&'*+=^_`{|}~-]+)*"
    r"@(?:[a-z0-9äöüß](?:[a-z0-9äöüß-]{0,61}[a-z0-9äöüß])?\.)+[a-z]{2,24}"
)
_PLAIN = re.compile(
    r"(?:[a-zäöüß0-9]+[_.+-])*[a-zäöüß0-9]+@(?:[a-zäöüß0-9](?:[a-zäöüß0-9-]{0,61}[a-zäöüß0-9])?\.)+[a-z]{2,24}"
)
"""One address and nothing else, as most cells are; also where a word between signs joins it, "haus-und-grund"."""
_PRIVATE = frozenset(
    "gmail.com googlemail.com gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.org web.de t-online.de freenet.de yahoo.de "
    "yahoo.com ymail.com rocketmail.com hotmail.de hotmail.com outlook.de outlook.com live.de live.com msn.com "
    "aol.de aol.com icloud.com me.com mac.com arcor.de online.de email.de mail.de mailbox.org posteo.de posteo.net "
    "proton.me protonmail.com pm.me tutanota.de tutanota.com tuta.io kabelmail.de vodafone.de vodafonemail.de "
    "unitybox.de o2online.de o2mail.de 1und1.de magenta.de ok.de mail.ru ukr.net i.ua yandex.ru".split()
)


def clean_mails(raw: str) -> tuple[list[str], list[Problem]]:
    """Return all addresses of a cell in lower case, each once, and what is no address."""
    text = tidy(raw)
    if _PLAIN.fullmatch(text):
        return [text], []
    text = _LABEL.sub(" ", text)
    text = _SPACED_AT.sub("@", _DOT.sub(".", _AT.sub("@", text)))
    mails: list[str] = []
    problems: list[Problem] = []
    for word in _SPLIT.split(_WORDS.sub(" ", text)):
        mail = strip_edges(_QUERY.sub("", word)).lower()
        if _MAIL.fullmatch(mail):
            if mail not in mails:
                mails.append(mail)
        elif "@" in word:
            problems.append(problem("mail_not_understood", text=word))
    if not mails and not problems and text:
        problems.append(problem("mail_not_understood", text=text))
    return mails, problems


def is_private_mail(mail: str) -> bool:
    """Whether the address is with a provider of personal mail boxes, so likely one person's own."""
    return mail.rpartition("@")[2].lower() in _PRIVATE
