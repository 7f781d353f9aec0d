"""Where the views of figures and assumptions are registered."""

from flask import Blueprint

pages = Blueprint("figures", __name__)
