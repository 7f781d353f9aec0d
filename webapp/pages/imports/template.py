"""The empty workbook, with what the network knows in its drop-downs."""

from __future__ import annotations

from io import BytesIO

from flask import send_file
from werkzeug.wrappers import Response

from graph.model.fields import Audience
from importers.workbook.layout import MEDIA_TYPE
from importers.workbook.write import template as write_template
from webapp.access import Permission, needs
from webapp.pages.imports.blueprint import pages
from webapp.visit import visit


@pages.get("/import/template.xlsx")
@needs(Permission.IMPORT)
def template() -> Response:
    """The template. It is handed round, so it names only what is public."""
    here = visit()
    content = write_template(here.whole.seen_by(Audience.PUBLIC), today=here.today)
    name = "Knotenpunkt-Vorlage.xlsx"
    return send_file(BytesIO(content), MEDIA_TYPE, as_attachment=True, download_name=name, max_age=0)
