"""What the pages of a topic say of its coverage."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "readiness.service.points": ("{known} von {total} Angeboten nennen einen Ort auf der Karte oder helfen ohne Anfahrt; für eine Aussage braucht es {needed} %.", "{known} of {total} services state a place on the map or help without a journey; {needed} % are needed for a result."),
    "coverage.bottleneck": ("{topic}: {persons} Menschen passen nur zu Angeboten, die zusammen {places} Plätze haben und damit voll sind; {short} finden dort keinen.", "{topic}: {persons} people only fit services that together have {places} places and are full; {short} find none."),
    "readiness.actor.links": ("{known} von {total} Stellen, die etwas anbieten oder Anlaufstelle sind, nennen eine Vermittlung; für eine Aussage braucht es {needed} %.", "{known} of {total} organisations that offer something or are entry points name a referral; {needed} % are needed for a result."),
    "readiness.actor.entry_point": ("Keine Stelle ist als Anlaufstelle gekennzeichnet; ob jemand dorthin vermittelt, lässt sich so nicht sagen.", "No organisation is marked as an entry point; whether somebody refers there can’t be told."),
    "coverage.even": ("{topic}: Alle Gebiete werden etwa gleich erreicht ({share} %).", "{topic}: all areas are reached about equally ({share} %)."),
    "coverage.even.group": ("{topic}: Alle Gebiete werden etwa gleich erreicht ({share} %), am wenigsten aber diese Gruppe: {status}, {language} ({group_share} %).", "{topic}: all areas are reached about equally ({share} %), this group least: {status}, {language} ({group_share} %)."),
    "coverage.uneven": ("{topic}: Am kleinsten ist der Anteil der Erreichten in {unit} ({share} %). Ungleichheit nach Gini {gini}; {hoover} % der Hilfe müssten anderswo sein, damit es überall gleich wäre.", "{topic}: the share reached is smallest in {unit} ({share} %). Gini inequality {gini}; {hoover} % of the help would have to be elsewhere for it to be equal."),
    "coverage.uneven.group": ("{topic}: Am kleinsten ist der Anteil der Erreichten in {unit} ({share} %) und in der Gruppe {status}, {language} ({group_share} %). Ungleichheit nach Gini {gini}; {hoover} % der Hilfe müssten anderswo sein, damit es überall gleich wäre.", "{topic}: the share reached is smallest in {unit} ({share} %) and in the group {status}, {language} ({group_share} %). Gini inequality {gini}; {hoover} % of the help would have to be elsewhere for it to be equal."),
    "coverage.siting": ("{topic}: Für {persons} Menschen fehlt ein Platz in erreichbarer Nähe. Am meisten brächte ein weiterer Ort in {unit}: {gain} Menschen mehr.", "{topic}: {persons} people lack a place within reach. One more place in {unit} would gain most: {gain} people more."),
    "dashboards.threshold": ("höchstens {minutes} Minuten", "at most {minutes} minutes"),
    "dashboards.method.catchment": ("Plätze je 100 Menschen mit Bedarf, Konkurrenz mitgerechnet (2SFCA nach Luo und Wang 2003); Angebote ohne genannte Plätze zählen nicht.", "Places per 100 people in need, with everyone who competes for them (2SFCA after Luo and Wang 2003); services that state no places are not counted."),
}  # fmt: skip
