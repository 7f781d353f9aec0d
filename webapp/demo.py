"""The demo network: shipped lists, taken in by the same importer as anybody's."""

from __future__ import annotations

from collections.abc import Callable

from webapp.imports import direct, lasting, read_file, samples
from webapp.imports.record import Import
from webapp.services import Services

Progress = Callable[[str, int, int], None]
"""Told what is being done (code of a sentence), and how much of how much is done."""

SAMPLES = ("rems-murr-outlines", "rems-murr-localities", "rems-murr-list")


def build(services: Services, progress: Progress) -> None:
    """Fill the demo store where that was not done yet; also after an earlier attempt was cut off."""
    for n, code in enumerate(SAMPLES):
        progress("demo.filling", n, len(SAMPLES))
        _take_in(services, samples.get(code))
    progress("demo.ready", len(SAMPLES), len(SAMPLES))


def _take_in(services: Services, sample: samples.Sample) -> None:
    store, now, id = services.store, services.now(), f"demo-{sample.code}"
    if store.applied(lasting.op_of(Import(id=id, owner="", file="", at=""))) is not None:
        return
    found = read_file.find(sample.content(), sample.file, {})
    direct.write(store, direct.prepare(store, id, sample.file, found, sample.preset(), now), now)
