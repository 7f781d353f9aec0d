"""The lists an entry comes from, with licence: attribution stands on every page that shows it."""

from __future__ import annotations

from typing import NamedTuple

from graph.network import Network


class Attribution(NamedTuple):
    name: str
    text: str
    licence: str
    url: str


def attributions(network: Network, sources: tuple[str, ...]) -> list[Attribution]:
    """What to say of the sources that the reader may know of."""
    found = (network.find(id) for id in sources)
    return [
        Attribution(
            source.fields["name"],
            source.fields.get("attribution", ""),
            source.fields.get("licence", ""),
            next((url for url in source.fields.get("websites", ()) if url.startswith("http")), ""),
        )
        for source in found
        if source is not None and source.kind == "source"
    ]
