"""The demo: the real areas of a county, an invented network in them, taken in by the same importer as anybody's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from webapp.imports import direct, lasting, read_file, samples, workbooks
from webapp.imports.read_file import Found
from webapp.imports.record import Import
from webapp.services import Services

Progress = Callable[[str, int, int], None]
"""Told what is being done (code of a sentence), and how much of how much is done."""

AREAS = ("burgenland-outlines", "burgenland-units", "burgenland-localities")
NETWORK = samples.FOLDER / "burgenlandkreis_demo"
_STEPS = len(AREAS) + 1


def build(services: Services, progress: Progress) -> None:
    """Fill the demo store where that was not done yet; also after an earlier attempt was cut off."""
    for n, code in enumerate(AREAS):
        progress("demo.filling", n, _STEPS)
        _take_in_areas(services, samples.get(code))
    progress("demo.filling", len(AREAS), _STEPS)
    _take_in_network(services)
    progress("demo.ready", _STEPS, _STEPS)


def _take_in_areas(services: Services, sample: samples.Sample) -> None:
    id = f"demo-{sample.code}"
    if not _taken(services, id):
        _write(services, id, sample.file, read_file.find(sample.content(), sample.file, {}), sample.preset(), {})


def _take_in_network(services: Services) -> None:
    """The keys of its rows become the entries' ids, so that a link to an entry of the demo holds in every demo."""
    id = "demo-network"
    if not _taken(services, id):
        content, shown = workbooks.in_folder(NETWORK)
        found = Found(what="workbook", content=content, shown=shown)
        _write(services, id, NETWORK.name, found, {}, {"keep_keys": True})


def _taken(services: Services, id: str) -> bool:
    return services.store.applied(lasting.op_of(Import(id=id, owner="", file="", at=""))) is not None


def _write(
    services: Services, id: str, file: str, found: Found, stated: Mapping[str, Any], options: Mapping[str, Any]
) -> None:
    store, now = services.store, services.now()
    direct.write(store, direct.prepare(store, id, file, found, stated, now, options=options), now)
