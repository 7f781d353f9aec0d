"""The page of a Merkzettel."""

from __future__ import annotations

from flask import Blueprint, request

from graph.model.fields import Audience
from webapp.access import Permission, needs
from webapp.drawing.qr import qr_svg
from webapp.outputs.slip import MOST, SLIP_LANGUAGES, asked_ids, noted
from webapp.outputs.slip_size import points
from webapp.render import network_name, page
from webapp.texts import day
from webapp.visit import visit

pages = Blueprint("slip", __name__)


@pages.get("/merkzettel")
@needs(Permission.READ)
def slip() -> str:
    """Up to five contacts. It is passed on, so it shows what is public, whoever opens it."""
    here = visit()
    public = here.whole.seen_by(Audience.PUBLIC)
    asked = asked_ids(request.args.get("e", ""))
    entries = noted(public, asked, here.lang)
    ids = [entry.id for entry in entries]
    address = f"{request.host_url}{here.lang}/merkzettel?e={','.join(ids)}"
    return page(
        "slip/slip.html",
        entries=[(entry, _address(here.lang, [id for id in ids if id != entry.id])) for entry in entries],
        points=points(entries),
        missing=len(asked) - len(entries),
        most=MOST,
        today=day(here.today, here.lang),
        demo_mark=here.demo_mark,
        place=public.memo_of("area", network_name),
        languages=[(code, name, _address(code, ids), code == here.lang) for code, name in SLIP_LANGUAGES.items()],
        qr=qr_svg(address, here._("QR-Code: dieser Merkzettel auf dem Telefon")) if entries else "",
        noindex=True,
    )


def _address(lang: str, ids: list[str]) -> str:
    return f"/{lang}/merkzettel?e={','.join(ids)}" if ids else f"/{lang}/merkzettel"
