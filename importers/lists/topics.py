"""Which topic of the network a text of a list means. A person corrects the guess before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.model.codes import HEADINGS
from graph.network import Network
from graph.search.classify import Classifier

_SURE = 0.7
_SEVERAL = re.compile(r"[,;/\n]|\s(?:und|oder|and|or|&)\s")

# Words that lists use for a whole heading. Whatever says more is a topic's name or synonym, which the network holds.
_HEADING_WORDS = {
    "arrival": "ankommen, aufenthalt, willkommen, erste schritte, ankunft, aufenthaltsrecht, arrival, residence",
    "money": "geld, finanzen, leistungen, finanzielle unterstützung, finanzielle hilfen, sozialleistungen, money, benefits",
    "housing": "wohnen, wohnung, unterkunft, unterbringung, housing",
    "german": "deutsch, sprache, sprachen, sprachförderung, sprache und bildung, deutsch lernen, language, german",
    "work": "arbeit, beruf, arbeit und ausbildung, arbeitsmarkt, ausbildung und beruf, übergang schule in den beruf, work, employment",
    "education": "bildung, schule, studium, kinderbetreuung, kita, schule und bildung, schulbesuch, kinderbetreuung schule und studium, education",
    "health": "gesundheit, medizin, medizinische versorgung, gesundheitssystem, health",
    "advice": "beratung, beratungsstellen, rechtliches, recht, beratungsangebote, advice, law",
    "family": "familie, familien, jugend, senioren, kinder, familie jugend und senioren, jugendliche, kinder und jugend, frauen, family",
    "community": "freizeit, ehrenamt, begegnung, kultur, vereine, engagement, freizeit und kultur, community, volunteering",
}


class TopicGuesser:
    """Texts of a list to topic ids of one Network."""

    def __init__(self, network: Network) -> None:
        topics = network.of_kind("topic")
        self._heading: dict[str, str] = {id: str(t.fields["heading"]) for id, t in topics.items()}
        general = {id: t for id, t in topics.items() if t.fields.get("code", "").startswith("general-")}
        self._general: dict[str, str] = {str(t.fields["heading"]): id for id, t in general.items()}
        exact = {id: t.fields for id, t in topics.items() if id not in general}
        self._classifier = Classifier({id: [f["name"], *f.get("synonyms", ())] for id, f in exact.items()})
        self._words = {_folded(w): h for h, ws in _HEADING_WORDS.items() for w in ws.split(",")}
        self._asked: dict[str, str] = {}
        self._words |= {_folded(label): h for h, labels in HEADINGS.items() for label in labels}

    def topic(self, text: str) -> str:
        """The topic a whole cell means, "" when it names none, or several that have nothing in common.

        "Behinderung und Inklusion" is one topic; "Freizeit, Wohnen und Alltag" is none.
        """
        if text not in self._asked:  # lists name few topics many times
            self._asked[text] = self._topic(text)
        return self._asked[text]

    def named(self, text: str) -> list[str]:
        """Topics that a name says for sure: of a service or an actor."""
        return [id for id, score in self._classifier.topics_for(text) if score >= _SURE]

    def settled(self, topics: Iterable[str]) -> list[str]:
        """Each topic once; a heading in general goes when something more exact stands beneath it."""
        unique = list(dict.fromkeys(t for t in topics if t))
        exact = {self._heading.get(t) for t in unique if t not in self._general.values()}
        return [t for t in unique if t not in self._general.values() or self._heading.get(t) not in exact]

    def _topic(self, text: str) -> str:
        heading = self._words.get(_folded(text))
        if heading:
            return self._general.get(heading, "")
        parts = {self._part(part) for part in _SEVERAL.split(text)} - {""}
        if len(parts) < 2:
            return next(iter(parts), "")
        headings = {self._heading[topic] for topic in parts}
        return self._general.get(headings.pop(), "") if len(headings) == 1 else ""

    def _part(self, text: str) -> str:
        found = self._classifier.topics_for(text)
        if found and found[0][1] >= _SURE:
            return found[0][0]
        return self._general.get(self._words.get(_folded(text), ""), "")


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
