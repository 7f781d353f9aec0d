"""Every route × every role against the table that was written by hand."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

import pytest

from importers.child import bounded
from tests.webapp.conftest import Place, Visitor
from tests.webapp.routes import ROUTES
from webapp import jobs, static_files
from webapp.access import LIMITED_BY, PERMISSIONS, ROLE_LABELS, Permission, Role, needs

OUTSIDE = {static_files.ENDPOINT, "root"}


def rules(place: Place) -> Iterator[str]:
    for rule in place.app.url_map.iter_rules():
        if rule.endpoint not in OUTSIDE:
            assert rule.rule.startswith("/<lang:lang>/"), rule.rule
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                yield f"{method} {rule.rule.removeprefix('/<lang:lang>')}"


def is_let_in(visitor: Visitor, route: str) -> bool:
    method, rule = route.split(" ", 1)
    answer = visitor.open("/de" + re.sub(r"<int:\w+>", "7", re.sub(r"<\w+>", "x", rule)), method=method)
    assert answer.status_code < 500, route
    to_sign_in = answer.status_code == 302 and "/sign-in?to=" in answer.headers["Location"]
    return not (answer.status_code == 403 or to_sign_in)


def test_every_route_stands_in_the_table(place: Place) -> None:
    assert set(rules(place)) == set(ROUTES)


@pytest.mark.parametrize("role", Role)
def test_each_role_is_let_in_where_the_table_says(place: Place, role: Role, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "wait", lambda services, id, seconds: jobs.find(services.store, id))  # nobody works here
    monkeypatch.setattr(bounded, "run", lambda *task, **how: base64.b64encode(b"made").decode())
    visitor = place.visitor(role)
    for route in sorted(set(rules(place)) & set(ROUTES), key=lambda route: route == "POST /sign-out"):
        assert is_let_in(visitor, route) == (role in ROUTES[route]), f"{role}: {route}"


def test_a_view_that_declares_nothing_is_denied_to_everyone(place: Place) -> None:
    forgetful = place.with_route("/forgotten", lambda: "open")
    for role in Role:
        assert forgetful.visitor(role).get("/de/forgotten").status_code == 403


def test_an_account_without_any_grant_is_anyone_with_an_own_account_page_denied(place: Place) -> None:
    visitor = place.app.test_client()
    place.signed_in(visitor, place.account("nobody@example.org"))
    assert visitor.get("/de/account").status_code == 403
    assert visitor.get("/de/").status_code == 200


def test_rights_are_asked_anew_at_every_request(place: Place) -> None:
    visitor = place.visitor(Role.ADMINISTRATOR)
    assert visitor.get("/de/accounts").status_code == 200
    grant = place.services.store.find("grant")[0]
    place.services.store.commit(None, drop=[grant])
    assert visitor.get("/de/accounts").status_code == 403


def test_who_is_sent_to_sign_in_comes_back_with_the_whole_address(place: Place) -> None:
    answer = place.visitor().get("/de/accounts?a=b&c=d")
    assert answer.headers["Location"] == "/de/sign-in?to=/de/accounts%3Fa%3Db%26c%3Dd"


def test_the_tables_name_every_role_and_permission() -> None:
    assert set(PERMISSIONS) == set(Permission)
    assert set(ROLE_LABELS) == set(Role)
    assert set(LIMITED_BY) == set(Role) - {Role.ANYONE}


def test_declaring_leaves_the_view_as_it_is() -> None:
    def view() -> str:
        return "x"

    assert needs(Permission.READ)(view) is view
