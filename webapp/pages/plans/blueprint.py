"""Where the views of the planning pages are registered."""

from flask import Blueprint

pages = Blueprint("plans", __name__)
