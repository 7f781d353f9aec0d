"""Plans and proposals in words: what would change, whom it serves, and what happens without it."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # What became of a move
    "plan.move.fits": ("passt zum heutigen Netzwerk", "fits the network as it is"),
    "plan.move.changed": ("Das Netzwerk hat sich seitdem geändert ({about}); gerechnet wird mit dem heutigen Stand.", "The network has changed since ({about}); today’s state is used."),
    "plan.move.already": ("Das ist inzwischen ohnehin so.", "This is so already."),
    "plan.move.gone": ("Gibt es nicht mehr: {about}. Dieser Schritt wird nicht mitgerechnet.", "No longer there: {about}. This step is left out."),
    "plan.changed_meanwhile": ("Der Plan wurde geändert, während gerechnet wurde. Bitte rechnen Sie noch einmal.", "The plan was changed while it was computed. Please compute it again."),
    "plan.whole_number": ("Bitte eine ganze Zahl, nicht 0 und höchstens eine Million, zum Beispiel 20 oder -5.", "Please a whole number, not 0 and a million at most, for example 20 or -5."),
    "plan.same": ("Bitte zwei verschiedene Stellen; an ein eigenes Angebot braucht es keine Vermittlung.", "Please two different organisations; nobody has to be referred to one’s own service."),
    "plan.not_there": ("Das gibt es nicht (mehr), oder es passt hier nicht. Bitte wählen Sie noch einmal.", "This is not there (any more), or does not fit here. Please choose again."),
    "plan.rate_needed": ("Bitte Plätze, Stunden und Minuten je Person angeben, oder ein Angebot, das Termine oder Stunden je Woche nennt.", "Please state desks, hours and minutes a person, or a service that states appointments or hours a week."),
    # Steps of the job
    "plan.touched": ("Was der Plan berührt", "What the plan touches"),
    "plan.coverage": ("Wer erreicht wird", "Who is reached"),
    "plan.ways": ("Wege und Stationen", "Ways and stations"),
    "plan.drop_outs": ("Was beim Ausfall einer Stelle geschieht", "What happens when one falls out"),
    "plan.surge": ("Viele Menschen an einem Tag", "Many people on one day"),
    # Surge
    "planning.surge.range": ("{persons} Menschen an einem Tag: Nach {least} bis {most} Arbeitstagen ist der Rückstand abgebaut.", "{persons} people on one day: the backlog is cleared after {least} to {most} working days."),
    "planning.surge.perhaps": ("{persons} Menschen an einem Tag: Bestenfalls nach {least} Arbeitstagen ist der Rückstand abgebaut, schlimmstenfalls nie.", "{persons} people on one day: at best the backlog is cleared after {least} working days, at worst never."),
    "planning.surge.not": ("{persons} Menschen an einem Tag: Mit dieser Besetzung wird der Rückstand nie abgebaut.", "{persons} people on one day: with this staff the backlog never clears."),
    "planning.surge.spread": ("In {runs} Durchläufen mit schwankenden Zeiten dauerte es in neun von zehn Fällen {low} bis {high} Arbeitstage.", "In {runs} runs with varying times it took {low} to {high} working days in nine of ten cases."),
    "planning.surge.cut": ("In {runs} Durchläufen mit schwankenden Zeiten dauerte es {low} Arbeitstage und länger; einige Durchläufe waren nach {high} Tagen nicht zu Ende.", "In {runs} runs with varying times it took {low} working days and longer; some were not through after {high} days."),
    "plan.too_long": ("Ein Plan fasst höchstens {most} Schritte.", "A plan holds at most {most} steps."),
    "planning.surge.method": ("Rückstand am Abend = Rückstand am Vorabend + neue Menschen − was am Tag geschafft wird. Schwankungen mit Ciw nachgespielt. Formeln für den Dauerbetrieb (Erlang) gelten hier nicht: Sie unterschätzen das Warten.", "Backlog in the evening = backlog the evening before + new people − what a day gets done. Variation simulated with Ciw. Formulas for the long run (Erlang) do not hold here: they underestimate waiting."),
    "dashboards.at_worst": ("schlimmstenfalls", "at worst"),
    "dashboards.at_best": ("bestenfalls", "at best"),
    "dashboards.working_day": ("Arbeitstag", "Working day"),
    "dashboards.waiting": ("Menschen, die am Abend noch warten", "People still waiting in the evening"),
    # Proposals
    "planning.link.first": ("Vermittelt {sender} an {receiver}, öffnen sich {opens} Wege von Anlaufstellen zu Themen: {topics}.", "If {sender} refers to {receiver}, {opens} ways open from entry points to topics: {topics}."),
    "planning.link.without": ("Von {starts} kommt dann niemand dorthin.", "Nobody then gets there from {starts}."),
    "planning.link.pair": ("{sender} an {receiver} und zugleich {sender2} an {receiver2}: zusammen öffnen sich {opens} Wege, einzeln wären es {alone}.", "{sender} to {receiver} and at the same time {sender2} to {receiver2}: together {opens} ways open, on their own it would be {alone}."),
    "planning.link.short": ("Vermittelt {sender} direkt an {receiver}, fallen auf den Wegen von Anlaufstellen zu {topics} zusammen {saves} Vermittlungen weg.", "If {sender} refers to {receiver} directly, {saves} hand-overs in all are spared on the ways from entry points to {topics}."),
    "planning.link.as_long": ("Die Wege von {starts} zu {topics} bleiben dann so lang, wie sie sind.", "The ways from {starts} to {topics} then stay as long as they are."),
    "planning.language.first": ("Gibt es {service} auch auf {language}, passt es für {persons} Menschen mehr, je Thema gezählt: {places}.", "If {service} is offered in {language}, too, it fits {persons} people more, counted per topic: {places}."),
    "planning.language.without": ("{persons} Menschen mit dieser Sprache haben dann kein passendes Angebot zu {topics}.", "No service then fits {persons} people with this language for {topics}."),
    "planning.place.first": ("{topic}: Ein Ort von {service} in {area} erreicht {persons} Menschen mehr: {places}.", "{topic}: a place of {service} in {area} reaches {persons} people more: {places}."),
    "planning.place.second": ("{topic}: {service} in {area} würde {persons} Menschen mehr erreichen.", "{topic}: {service} in {area} would reach {persons} people more."),
    "planning.place.without": ("{topic} erreicht dann {persons} Menschen dort nicht.", "{topic} then does not reach {persons} people there."),
    "planning.relief.first": ("{topic}: Auf 100 Plätze kommen {now} Menschen mit Bedarf, auch wenn alle gut verteilt werden. {places} Plätze mehr bei {service} entlasten am meisten: Dann sind es {then}.", "{topic}: for 100 places there are {now} people in need, even when everyone is shared out well. {places} places more at {service} relieve most: then it is {then}."),
    "planning.relief.second": ("{places} Plätze mehr bei {service}: Dann kommen auf 100 Plätze {then} Menschen, und {persons} Menschen mehr finden einen Platz.", "{places} places more at {service}: then there are {then} people for 100 places, and {persons} people more find a place."),
    "planning.relief.alone": ("Plätze bei einem anderen Angebot allein entlasten die vollsten nicht.", "Places at another service alone do not relieve the fullest ones."),
    "planning.relief.nowhere": ("{topic}: Für {persons} Menschen gibt es nur Angebote mit 0 Plätzen. {places} Plätze bei {service} helfen den meisten.", "{topic}: for {persons} people there are only services with 0 places. {places} places at {service} help most of them."),
    "planning.relief.elsewhere": ("Plätze bei {service} helfen {persons} Menschen.", "Places at {service} help {persons} people."),
    "planning.relief.share": ("{topic}: Gut verteilt kommen auf 100 Plätze höchstens {now} Menschen mit Bedarf. Es fehlt kein Platz, es zählt, wohin vermittelt wird.", "{topic}: shared out well, there are at most {now} people in need for 100 places. No place is missing; what counts is where people are sent."),
    "planning.relief.flow": ("{persons} Menschen aus {unit} zu {service}", "{persons} people from {unit} to {service}"),
    "planning.relief.without": ("{persons} Menschen bleiben dann ohne Platz.", "{persons} people then have no place."),
    # Effects
    "effect.not_yet": ("noch nicht gemessen", "not measured yet"),
    "effect.met": ("wie erwartet oder besser", "as expected or better"),
    "effect.partly": ("teilweise", "in part"),
    "effect.none": ("keine Veränderung", "no change"),
    "effect.worse": ("schlechter als vorher", "worse than before"),
}  # fmt: skip
