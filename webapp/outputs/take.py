"""What every output of a search says of itself: entries, whom it is for, how old, what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.model.fields import Audience
from graph.operations.attribution import source_ids
from webapp.outputs.chosen import Chosen, about, asked_audience, chosen
from webapp.outputs.listing import Listed, listed, sentence_of_audience
from webapp.outputs.withheld import FEW, Withheld, told, withheld
from webapp.render import attributions, network_name
from webapp.texts import day
from webapp.visit import Visit


@dataclass(frozen=True, kw_only=True)
class Taken:
    """An output in the making: of a visit, what was chosen."""

    here: Visit
    chosen: Chosen

    @cached_property
    def entries(self) -> list[Listed]:
        """The actors, by name."""
        return self.of(self.chosen.ids)

    def of(self, ids: Iterable[str]) -> list[Listed]:
        """Some of the actors: a page shows no more than it has room for."""
        network, here = self.chosen.network, self.here
        return [network.memo(listed, id, here.lang, here.today, source_ids(here.whole, id)) for id in ids]

    @cached_property
    def withheld(self) -> str:
        """How much is left out, in one sentence; "" for nothing."""
        return told(self._withheld, self.chosen.audience, self.here.lang, self._counted)

    @property
    def withheld_mails(self) -> str:
        """How many mail addresses are left out."""
        return told(Withheld(mails=self._withheld.mails), self.chosen.audience, self.here.lang, self._counted)

    @property
    def about(self) -> str:
        """What was looked for; "" for everything."""
        return about(self.chosen.network, self.chosen.wish, self.here.lang)

    @property
    def network_name(self) -> str:
        """Whose network it is."""
        return self.chosen.network.memo_of("area", network_name)

    @property
    def stand(self) -> str:
        """The day it was made."""
        return self.here._("Stand {day}", day=day(self.here.today, self.here.lang))

    @property
    def mark(self) -> str:
        """What stands on every page of it: that it is a demo, whom it is for."""
        demo = self.here.demo_mark
        return " · ".join(part for part in (demo, sentence_of_audience(self.chosen.audience, self.here.lang)) if part)

    @property
    def sources(self) -> str:
        """Whose data it holds."""
        return "; ".join(text for text, _ in self.chosen.network.memo_of("source", attributions))

    def file_name(self, title: str, ending: str) -> str:
        """What the file is called when saved: with the network and the day."""
        parts = (title, self.network_name, self.here.today.isoformat())
        return f"{' '.join(part for part in parts if part)}.{ending}"

    @property
    def _counted(self) -> int:
        """Actors that the counts are of; the whole network's tell of none in particular."""
        return FEW if self.chosen.everything else len(self.chosen.ids)

    @cached_property
    def _withheld(self) -> Withheld:
        chosen, here = self.chosen, self.here
        return here.whole.memo(withheld, chosen.network, chosen.ids, here.today, chosen.everything)


def taken(here: Visit, args: Mapping[str, str], audience: Audience | None = None) -> Taken:
    """What a page's address asks for, for an audience, else the one that the address names."""
    return Taken(here=here, chosen=chosen(here, args, audience or asked_audience(here, args)))
