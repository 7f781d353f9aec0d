"""Every route and who may open it, written by hand: the tests hold the application to it, not the other way round.

Rules stand without their language. Whoever adds a route adds it here; one that is missing fails `test_access`.
"""

from __future__ import annotations

from webapp.access import Role

EVERYONE = frozenset(Role)
SIGNED_IN = EVERYONE - {Role.ANYONE}
COORDINATION = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})
ADMINISTRATION = frozenset({Role.ADMINISTRATOR})

ROUTES: dict[str, frozenset[Role]] = {
    # reading
    "GET /": EVERYONE,
    "GET /search": EVERYONE,
    "GET /actor/<id>": EVERYONE,
    "GET /service/<id>": EVERYONE,
    "GET /areas": EVERYONE,
    "GET /area/<id>": EVERYONE,
    "GET /about": EVERYONE,
    "GET /privacy": EVERYONE,
    "GET /accessibility": EVERYONE,
    # signing in
    "GET /sign-in": EVERYONE,
    "POST /sign-in": EVERYONE,
    "POST /sign-out": EVERYONE,
    "GET /invitation/<code>": EVERYONE,
    "POST /invitation/<code>": EVERYONE,
    "GET /setup": EVERYONE,
    "POST /setup": EVERYONE,
    # the own account
    "GET /account": SIGNED_IN,
    "POST /account/name": SIGNED_IN,
    "POST /account/password": SIGNED_IN,
    # other people's accounts
    "GET /accounts": ADMINISTRATION,
    "GET /accounts/new": ADMINISTRATION,
    "POST /accounts/new": ADMINISTRATION,
    "GET /accounts/<id>": ADMINISTRATION,
    "POST /accounts/<id>/invitation": ADMINISTRATION,
    "POST /accounts/<id>/grants": ADMINISTRATION,
    "POST /accounts/<id>/grants/<grant>/remove": ADMINISTRATION,
    "POST /accounts/<id>/remove": ADMINISTRATION,
    # entries
    "GET /entries": COORDINATION,
    "GET /entries/<name>": COORDINATION,
    "GET /entries/<name>/new": COORDINATION,
    "POST /entries/<name>/new": COORDINATION,
    "GET /entry/<id>/edit": COORDINATION,
    "POST /entry/<id>/edit": COORDINATION,
    "GET /entry/<id>/delete": COORDINATION,
    "POST /entry/<id>/delete": COORDINATION,
    "GET /entry/<id>/erase": COORDINATION,
    "POST /entry/<id>/erase": COORDINATION,
    # lists in
    "GET /import": COORDINATION,
    "POST /import": COORDINATION,
    "POST /import/sample/<code>": COORDINATION,
    "GET /import/<id>": COORDINATION,
    "GET /import/<id>/columns": COORDINATION,
    "POST /import/<id>/columns": COORDINATION,
    "POST /import/<id>/read": COORDINATION,
    "GET /import/<id>/preview": COORDINATION,
    "POST /import/<id>/decide": COORDINATION,
    "POST /import/<id>/apply": COORDINATION,
    "GET /import/<id>/done": COORDINATION,
    "POST /import/<id>/undo": COORDINATION,
    "POST /import/<id>/discard": COORDINATION,
    "GET /jobs/<id>": COORDINATION,
    "POST /jobs/<id>/cancel": COORDINATION,
    # history
    "GET /entry/<id>/history": COORDINATION,
    "GET /history": COORDINATION,
    "GET /history/<int:revision>": COORDINATION,
    "GET /history/<int:revision>/undo": COORDINATION,
    "POST /history/<int:revision>/undo": COORDINATION,
}
