"""Every route and who may open it, written by hand: the tests hold the application to it, not the other way round.

Rules stand without their language. Whoever adds a route adds it here; one that is missing fails `test_access`.
"""

from __future__ import annotations

from webapp.access import Role

EVERYONE = frozenset(Role)
SIGNED_IN = EVERYONE - {Role.ANYONE}
COORDINATION = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})
ANSWERING = COORDINATION | {Role.PARTNER}
ADMINISTRATION = frozenset({Role.ADMINISTRATOR})

ROUTES: dict[str, frozenset[Role]] = {
    # reading
    "GET /": EVERYONE,
    "GET /search": EVERYONE,
    "GET /actor/<id>": EVERYONE,
    "GET /actor/<id>/first-day": COORDINATION | {Role.PARTNER},
    "GET /service/<id>": EVERYONE,
    "GET /areas": EVERYONE,
    "GET /area/<id>": EVERYONE,
    "GET /responsible": EVERYONE,
    "GET /responsible/gaps": COORDINATION,
    "GET /about": EVERYONE,
    "GET /privacy": EVERYONE,
    "GET /accessibility": EVERYONE,
    # taking along
    "GET /take": EVERYONE,
    "GET /take/phone-book.pdf": EVERYONE,
    "GET /take/contacts.vcf": EVERYONE,
    "GET /take/workbook.xlsx": EVERYONE,
    "GET /take/offline.html": EVERYONE,
    "GET /take/mails": SIGNED_IN,
    "GET /shares": COORDINATION,
    "GET /shares/new": COORDINATION,
    "POST /shares": COORDINATION,
    "POST /shares/<id>/withdraw": COORDINATION,
    "GET /shared/<token>": EVERYONE,
    "GET /merkzettel": EVERYONE,
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
    "GET /contact/<id>/absence": COORDINATION,
    "POST /contact/<id>/absence": COORDINATION,
    "GET /entry/<id>/edit": COORDINATION,
    "POST /entry/<id>/edit": COORDINATION,
    "GET /entry/<id>/delete": COORDINATION,
    "POST /entry/<id>/delete": COORDINATION,
    "GET /entry/<id>/erase": COORDINATION,
    "POST /entry/<id>/erase": COORDINATION,
    # lists in
    "GET /import": COORDINATION,
    "POST /import": COORDINATION,
    "GET /import/template.xlsx": COORDINATION,
    "POST /export": COORDINATION,
    "GET /export/<id>": COORDINATION,
    "GET /export/<id>/file": COORDINATION,
    "POST /import/sample/<code>": COORDINATION,
    "POST /import/areas/<code>": COORDINATION,
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
    # the link survey
    "GET /survey": ANSWERING,
    "POST /survey/settings": COORDINATION,
    "GET /survey/actor/<id>": ANSWERING,
    "POST /survey/actor/<id>": ANSWERING,
    "GET /survey/actor/<id>/services": ANSWERING,
    "POST /survey/actor/<id>/services": ANSWERING,
    "POST /survey/actor/<id>/link": COORDINATION,
    "POST /survey/actor/<id>/withdraw": COORDINATION,
    "GET /survey/sheets": COORDINATION,
    "POST /survey/sheets": COORDINATION,
    "POST /survey/renumber": COORDINATION,
    "GET /survey/enter": COORDINATION,
    "POST /survey/enter": COORDINATION,
    "GET /survey/tasks": ANSWERING,
    "POST /survey/tasks/<link>": ANSWERING,
    "GET /answer/<token>": EVERYONE,
    "POST /answer/<token>": EVERYONE,
    # the phone round
    "GET /calls": COORDINATION,
    "POST /calls": COORDINATION,
    "POST /calls/next": COORDINATION,
    # history
    "GET /entry/<id>/history": COORDINATION,
    "GET /history": COORDINATION,
    "GET /history/<int:revision>": COORDINATION,
    "GET /history/<int:revision>/undo": COORDINATION,
    "POST /history/<int:revision>/undo": COORDINATION,
    "POST /history/<int:revision>/restore": COORDINATION,
    # entries that are one
    "GET /duplicates": COORDINATION,
    "POST /duplicates/search": COORDINATION,
    "POST /duplicates/apart": COORDINATION,
    "GET /duplicates/sure": COORDINATION,
    "POST /duplicates/sure": COORDINATION,
    "GET /entry/<id>/merge": COORDINATION,
    "POST /entry/<id>/merge": COORDINATION,
    "GET /reviews": COORDINATION,
    "POST /reviews/<id>": COORDINATION,
}
