"""The words of charts and their tables."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "dashboards.stage.available": ("kein Angebot vor Ort", "no local service"),
    "dashboards.stage.unknown": ("nichts bekannt", "nothing known"),
    "dashboards.stage.reachable": ("Weg zu weit", "too far away"),
    "dashboards.stage.fitting": ("Sprache oder Status passt nicht", "language or status does not fit"),
    "dashboards.stage.capacity": ("kein Platz", "no place"),
    "dashboards.stage.linked": ("niemand vermittelt dorthin", "nobody refers there"),
    "dashboards.need.people": ("brauchen es", "in need"),
    "dashboards.need.cases": ("Hilfe gebraucht", "help needed"),
    "dashboards.reached": ("erreicht", "reached"),
    "dashboards.people": ("Menschen (gerundet)", "people (rounded)"),
    "dashboards.cases": ("Fälle (gerundet)", "cases (rounded)"),
    "dashboards.order": ("erklärbare Reihenfolge", "explainable order"),
    "dashboards.optimum": ("rechnerisches Optimum", "computed optimum"),
    "dashboards.head.stage": ("Stufe", "Stage"),
    "dashboards.head.left": ("danach noch dabei", "left after it"),
    "dashboards.head.lost": ("wenn der Reihe nach gezählt wird", "when counted one after the other"),
    "dashboards.head.site": ("Ort", "Place"),
    "dashboards.head.reached": ("erreicht", "reached"),
    "dashboards.head.optimum": ("höchstens möglich", "possible at most"),
    "dashboards.head.from": ("vermittelt", "refers"),
    "dashboards.head.to": ("an", "to"),
    "dashboards.head.links": ("Vermittlungen", "referrals"),
    "dashboards.head.day": ("Stand", "As of"),
    "dashboards.method.cascade": ("Fehlt mehreres zugleich, wird die Lücke auf die Ursachen verteilt. Versorgungskaskade nach Tanahashi (1978), Ursachen nach Shapley. Modellrechnung, auf 5, 10 oder 50 gerundet.", "Where several things are missing at once, the gap is shared among the causes. Coverage cascade after Tanahashi (1978), causes after Shapley. Model, rounded to 5, 10 or 50."),
    "dashboards.method.siting": ("Größte Abdeckung nach Church und ReVelle (1974); Reihenfolge nach dem jeweils größten Zugewinn.", "Maximal covering after Church and ReVelle (1974); order by the largest gain each time."),
    "dashboards.method.flows": ("Gültige Vermittlungen zwischen Akteuren, bestätigt oder nicht; keine Fallzahlen.", "Valid referrals between actors, confirmed or not; no caseloads."),
    "dashboards.method.trend": ("Gespeicherte Stände; dazwischen ist nichts gemessen.", "Stored snapshots; nothing is measured in between."),
}  # fmt: skip
