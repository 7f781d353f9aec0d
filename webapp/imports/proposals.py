"""A stored import and the network as it stands → a proposal, whatever kind of file it is."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from graph.model.changes import EVERYTHING
from graph.model.errors import KnotenpunktError
from graph.network import Network
from graph.store import Store
from importers.areas.localities import is_locality_table, propose_localities
from importers.areas.outlines import propose_outlines
from importers.lists import mapping as mappings
from importers.lists.propose import propose
from importers.proposal import Proposal
from importers.workbook.decided import Past
from webapp.imports import read_file, workbooks
from webapp.imports.record import Import


def load(store: Store) -> Network:
    """The whole network, for a process that needs it once."""
    revision, entries = store.load(EVERYTHING)
    return Network(entries, revision=revision)


def new_id() -> str:
    """An id for a new entry."""
    return secrets.token_hex(8)


def make(
    network: Network,
    wanted: Import,
    content: Mapping[str, Any],
    today: date,
    progress: Callable[[int, int, str], None] = lambda done, total, step: None,
    store: Store | None = None,
    ask_rows: bool = False,
) -> Proposal:
    """What this import would do. Raises KnotenpunktError when nothing can be made of it.

    `store` tells what the network was when a workbook was exported; `ask_rows`: as `propose` has it.
    """
    stated = mappings.from_json(wanted.mapping)
    # A source that was deleted since is a new one.
    source = stated.source if stated.source in network.of_kind("source") else ""
    named = {"file": wanted.file, "source": source, "source_name": stated.source_name, "licence": stated.licence}
    if wanted.what == "workbook":
        past = workbooks.past_of(store, network, content) if store else Past()
        stated = mappings.from_json({**wanted.mapping, "source": source})
        return workbooks.proposed(
            network, content, stated, file=wanted.file, today=today, new_id=new_id, past=past,
            keep_keys=bool(wanted.options.get("keep_keys")), progress=progress,
        )  # fmt: skip
    if wanted.what == "outlines":
        outlines = read_file.outlines_of(content)
        names = dict(wanted.county_names)
        return propose_outlines(network, outlines, county_names=names, new_id=new_id, **named)
    sheet = read_file.sheet_of(content)
    if wanted.what == "localities":
        if not is_locality_table(sheet.headings):
            raise KnotenpunktError("job.unfit_table", file=wanted.file)
        return propose_localities(network, sheet, attribution=stated.attribution, new_id=new_id, **named)
    if not {"actor.name", "service.name"} & set(stated.targets):
        raise KnotenpunktError("import.nothing_mapped")
    mapping = mappings.from_json({**wanted.mapping, "source": source})
    return propose(
        network, sheet, mapping, file=wanted.file, today=today, new_id=new_id, progress=progress, ask_rows=ask_rows
    )
