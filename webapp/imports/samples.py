"""Lists that come with the program, each with where it is from: taken in like any other file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "importers" / "samples"
_BKG = "© GeoBasis-DE / BKG, Daten verändert"
_BY_2 = "dl-de/by-2-0"
_CC_BY = "CC BY 4.0"


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """One shipped file. `label` is (German, English)."""

    code: str
    path: str
    label: tuple[str, str]
    source: str
    attribution: str
    licence: str
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The file's name."""
        return Path(self.path).name

    def content(self) -> bytes:
        """The file."""
        return (FOLDER / self.path).read_bytes()

    def preset(self) -> dict[str, Any]:
        """What a person would state of it on the page."""
        return {
            "source_name": self.source,
            "attribution": self.attribution,
            "licence": self.licence,
            "received_on": "",
            **self.more,
        }


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """The samples of one place, in the order to read them in."""

    code: str
    label: tuple[str, str]
    samples: tuple[Sample, ...]

    @property
    def areas(self) -> tuple[Sample, ...]:
        """Outlines and postcodes: what the others rest on."""
        return tuple(sample for sample in self.samples if sample.code.endswith(("-outlines", "-units", "-localities")))

    @property
    def counties(self) -> tuple[str, ...]:
        """The keys of its counties."""
        return tuple(key for sample in self.samples for key in sample.more.get("county_names", ()))


PLACES = (
    Place(
        code="rems-murr", label=("Rems-Murr-Kreis", "Rems-Murr-Kreis"),
        samples=(
            Sample(
                code="rems-murr-outlines", path="rems_murr/gemeinden_rems_murr.geojson",
                label=("Umrisse der 31 Gemeinden", "Outlines of its 31 municipalities"),
                source="Gemeindegrenzen Rems-Murr-Kreis", attribution=_BKG, licence=_BY_2,
                more={"county_names": {"08119": "Rems-Murr-Kreis"}},
            ),
            Sample(
                code="rems-murr-localities", path="rems_murr/plz_ort_gemeinde.csv",
                label=("Postleitzahlen und Orte", "Postcodes and localities"),
                source="Postleitzahlen Rems-Murr-Kreis",
                attribution=f"© GeoNames (https://www.geonames.org), {_BKG}", licence=f"{_CC_BY}, {_BY_2}",
            ),
            Sample(
                code="rems-murr-list", path="rems_murr/anlaufstellen_rems_murr.csv",
                label=("118 Anlaufstellen, Stand 2023", "118 contact points, as of 2023"),
                source="Anlaufstellen Rems-Murr-Kreis",
                attribution="Seitentexte © Tür an Tür Digitalfabrik und Rems-Murr-Kreis, in eine Tabelle gebracht",
                licence=_CC_BY, more={"received_on": "2023-12-31"},
            ),
        ),
    ),
    Place(
        code="burgenland", label=("Burgenlandkreis", "Burgenlandkreis"),
        samples=(
            Sample(
                code="burgenland-units", path="burgenlandkreis/burgenlandkreis_verwaltungsebene.geojson",
                label=("Umrisse der 11 Verwaltungseinheiten", "Outlines of its 11 administrative units"),
                source="Verwaltungseinheiten Burgenlandkreis",
                attribution=f"{_BKG}; © Statistisches Bundesamt (Destatis)", licence=_BY_2,
                more={"county_names": {"15084": "Burgenlandkreis"}},
            ),
            Sample(
                code="burgenland-outlines", path="burgenlandkreis/burgenlandkreis_gemeinden.geojson",
                label=("Umrisse der 33 Gemeinden", "Outlines of its 33 municipalities"),
                source="Gemeindegrenzen Burgenlandkreis",
                attribution=f"{_BKG}; © Statistisches Bundesamt (Destatis)", licence=_BY_2,
                more={"county_names": {"15084": "Burgenlandkreis"}},
            ),
            Sample(
                code="burgenland-localities", path="burgenlandkreis/burgenlandkreis_plz_ort_gemeinde.csv",
                label=("Postleitzahlen und Orte", "Postcodes and localities"),
                source="Postleitzahlen Burgenlandkreis",
                attribution=f"© GeoNames (https://www.geonames.org), {_BKG}", licence=f"{_CC_BY}, {_BY_2}",
            ),
        ),
    ),
    Place(
        code="munich", label=("München", "Munich"),
        samples=(
            Sample(
                code="munich-circles", path="helferkreise_muenchen/map_refugee_initiatives_munich.csv",
                label=("Helferkreise für Geflüchtete", "Support circles for refugees"),
                source="Helferkreise München", attribution="© Münchner Flüchtlingsrat", licence="ODbL 1.0",
            ),
        ),
    ),
)  # fmt: skip


def place(code: str) -> Place:
    """The place of this code. Raises KeyError."""
    return {each.code: each for each in PLACES}[code]


def get(code: str) -> Sample:
    """The sample of this code. Raises KeyError."""
    return {sample.code: sample for place in PLACES for sample in place.samples}[code]
