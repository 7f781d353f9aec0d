"""Accounts: setting up, inviting, granting, removing; an administrator always remains."""

from __future__ import annotations

import html
import re
import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from graph.model.errors import Invalid, KnotenpunktError, RecordConflict
from tests.webapp.conftest import Place, Visitor
from webapp.access import Grant, Role
from webapp.accounts import accounts, codes, grants
from webapp.config import Mode

PASSWORD = "lampe wiese motor"
CHOSEN = {"password": PASSWORD, "repeat": PASSWORD}


@pytest.fixture
def admin(place: Place) -> Visitor:
    return place.visitor(Role.ADMINISTRATOR)


def granted(place: Place, mail: str) -> list[str]:
    account = accounts.find_by_mail(place.services.store, mail)
    assert account
    return [f"{g.role} {g.area}{g.actor}".strip() for g in grants.of(place.services.store, account.id)]


def invite(admin: Visitor, **data: str) -> str:
    answer = admin.post("/de/accounts/new", data={"mail": "neu@example.org", "name": "Neu", "role": "partner", **data})
    assert answer.status_code == 200, answer.text
    return html.unescape(re.findall(r'value="http://localhost(/de/invitation/[^"]+)"', answer.text)[0])


# the first administrator


def test_the_printed_code_makes_the_first_administrator_once(place: Place) -> None:
    code = codes.begin_setup(place.services.store, place.now)
    data = {"code": f" {code.lower()} ", "mail": "Anna@Example.org", "name": "Anna", **CHOSEN}
    first, second = place.visitor(), place.visitor()
    assert first.post("/de/setup", data=data).status_code == 303
    assert first.get("/de/accounts").status_code == 200
    assert second.post("/de/setup", data={**data, "mail": "b@example.org"}).status_code == 409
    assert "schon eine Administration" in second.get("/de/setup").text
    assert granted(place, "anna@example.org") == ["administrator"]


@pytest.mark.parametrize(
    ("mode", "page", "said"), [("own", "/de/import", "Lesen Sie"), ("demo", "/de/", "schon gefüllt")]
)
def test_the_first_administrator_is_led_to_what_there_is_to_do(place: Place, mode: Mode, page: str, said: str) -> None:
    config = replace(place.services.config, mode=mode)
    place.app.extensions["knotenpunkt"] = replace(place.services, config=config)
    data = {"code": codes.begin_setup(place.services.store, place.now), "mail": "a@example.org", "name": "A", **CHOSEN}
    visitor = place.visitor()
    answer = visitor.post("/de/setup", data=data)
    assert answer.location.endswith(page) and said in visitor.get(answer.location).text


def test_a_code_lasts_a_day_and_until_the_next_start(place: Place) -> None:
    store = place.services.store
    old = codes.begin_setup(store, place.now)
    new = codes.begin_setup(store, place.now)
    assert codes.setup_record(store, old, place.now) is None
    assert codes.setup_record(store, new, place.now)
    assert codes.setup_record(store, new, place.now + codes.SETUP_LASTS) is None


def test_a_wrong_code_makes_nobody_administrator(place: Place) -> None:
    codes.begin_setup(place.services.store, place.now)
    data = {"code": "AAAAA-AAAAA-AAAAA-AAAAA", "mail": "anna@example.org", "name": "Anna", **CHOSEN}
    answer = place.visitor().post("/de/setup", data=data)
    assert answer.status_code == 422 and "Dieser Code stimmt nicht" in answer.text
    assert accounts.everyone(place.services.store) == []


def test_codes_cannot_be_tried_without_end(place: Place) -> None:
    codes.begin_setup(place.services.store, place.now)
    visitor = place.visitor()
    statuses = [visitor.post("/de/setup", data={"code": "A"}).status_code for _ in range(51)]
    assert statuses[-2:] == [422, 429]


def test_of_two_people_with_the_same_code_one_becomes_administrator(place: Place) -> None:
    store = place.services.store
    record = codes.setup_record(store, codes.begin_setup(store, place.now), place.now)
    assert record
    codes.set_up(store, record, accounts.new("a", "a@example.org", "A", "x"), "g1")
    with pytest.raises(KnotenpunktError, match="already has an administrator"):
        codes.set_up(store, record, accounts.new("b", "b@example.org", "B", "x"), "g2")


def test_no_code_is_given_where_an_administrator_is(place: Place, admin: Visitor) -> None:
    assert codes.begin_setup(place.services.store, place.now) == ""


# invitations


def test_an_invitation_lets_its_owner_choose_a_password_once(place: Place, admin: Visitor) -> None:
    link, guest = invite(admin), place.visitor()
    assert "neu@example.org" in guest.get(link).text
    assert guest.post(link, data=CHOSEN).status_code == 303
    assert guest.get("/de/account").status_code == 200
    assert place.visitor().post(link, data=CHOSEN).status_code == 400
    signing = {"mail": "neu@example.org", "password": PASSWORD}
    assert place.visitor().post("/de/sign-in", data=signing).status_code == 303


def test_an_invitation_lasts_a_week(place: Place, admin: Visitor) -> None:
    link = invite(admin)
    place.now += timedelta(days=codes.INVITATION_DAYS)
    assert place.visitor().get(link).status_code == 400


def test_a_second_invitation_ends_the_first(place: Place, admin: Visitor) -> None:
    link = invite(admin)
    account = accounts.find_by_mail(place.services.store, "neu@example.org")
    assert account
    assert admin.post(f"/de/accounts/{account.id}/invitation").status_code == 200
    assert place.visitor().get(link).status_code == 400


def test_who_changes_the_password_ends_the_links_that_could_set_another(place: Place) -> None:
    visitor, store = place.visitor(), place.services.store
    account = place.account("dora@example.org", Role.PARTNER, password="old old lamp 7")
    code = codes.invite(store, account.id, place.now)
    place.signed_in(visitor, account)
    assert visitor.post("/de/account/password", data={"old": "old old lamp 7", **CHOSEN}).status_code == 303
    with pytest.raises(KnotenpunktError):
        codes.invited(store, code, place.now)


def test_a_link_for_a_forgotten_password_ends_what_was_open(place: Place, admin: Visitor) -> None:
    account = place.account("anna@example.org", Role.PARTNER, password=PASSWORD)
    thief = place.visitor()
    place.signed_in(thief, account)
    link = f"/de/invitation/{codes.invite(place.services.store, account.id, place.now)}"
    new = "vogel dampf kanne"
    place.visitor().post(link, data={"password": new, "repeat": new})
    assert thief.get("/de/account").status_code == 302


def test_the_store_knows_no_code(place: Place, admin: Visitor) -> None:
    code = invite(admin).rpartition("/")[2]
    assert code.encode() not in b"".join(place.services.store.dump())


# accounts and grants


def test_a_role_may_be_limited_to_an_actor(place: Place, admin: Visitor) -> None:
    place.put("actor", "diakonie", name="Diakonie Backnang")
    invite(admin, actor="diakonie")
    assert granted(place, "neu@example.org") == ["partner diakonie"]
    assert "Partner: Diakonie Backnang" in admin.get("/de/accounts").text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"role": ""}, "Bitte wählen Sie eine Rolle."),
        ({"role": "anyone"}, "Bitte wählen Sie eine Rolle."),
        ({"role": "root"}, "Bitte wählen Sie eine Rolle."),
        ({"role": "coordinator", "area": "kreis"}, "Diese Rolle gilt für das ganze Netzwerk."),
        ({"role": "administrator", "actor": "diakonie"}, "Diese Rolle gilt für das ganze Netzwerk."),
        ({"role": "partner", "actor": "kreis"}, "Diesen Akteur gibt es nicht."),
        ({"role": "partner", "area": "none"}, "Dieses Gebiet gibt es nicht."),
        ({"role": "partner", "area": "kreis", "actor": "diakonie"}, "entweder ein Gebiet oder einen Akteur"),
        ({"mail": "neu"}, "Bitte geben Sie eine E-Mail-Adresse an"),
        ({"mail": "a@example.org, b@example.org"}, "Bitte geben Sie eine E-Mail-Adresse an"),
        ({"mail": "admin@example.org"}, "Für diese E-Mail-Adresse gibt es schon ein Konto."),
        ({"name": " "}, "Bitte geben Sie einen Namen"),
        ({"name": "x" * 101}, "Bitte geben Sie einen Namen"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_stored(place: Place, data: dict[str, str], said: str) -> None:
    place.put("actor", "diakonie", name="Diakonie")
    place.put("area", "kreis", name="Kreis")
    visitor = place.app.test_client()
    place.signed_in(visitor, place.account("admin@example.org", Role.ADMINISTRATOR))
    answer = visitor.post("/de/accounts/new", data={"mail": "n@example.org", "name": "N", "role": "partner", **data})
    assert answer.status_code == 422 and said in answer.text
    assert len(accounts.everyone(place.services.store)) == 1


def test_a_grant_ends_the_sessions_of_its_account(place: Place, admin: Visitor) -> None:
    account = place.account("anna@example.org", Role.PARTNER)
    visitor = place.visitor()
    place.signed_in(visitor, account)
    assert admin.post(f"/de/accounts/{account.id}/grants", data={"role": "coordinator"}).status_code == 303
    assert visitor.get("/de/account").status_code == 302
    assert granted(place, "anna@example.org") == ["partner", "coordinator"]


def test_the_same_role_is_not_given_twice(place: Place, admin: Visitor) -> None:
    account = place.account("anna@example.org", Role.PARTNER)
    assert admin.post(f"/de/accounts/{account.id}/grants", data={"role": "partner"}).status_code == 422


def test_a_grant_of_somebody_else_is_not_found_under_this_account(place: Place, admin: Visitor) -> None:
    anna, ben = place.account("a@example.org", Role.PARTNER), place.account("b@example.org", Role.PARTNER)
    other = grants.of(place.services.store, ben.id)[0].id
    assert admin.post(f"/de/accounts/{anna.id}/grants/{other}/remove").status_code == 404
    assert granted(place, "b@example.org") == ["partner"]


def test_the_last_administrator_stays(place: Place, admin: Visitor) -> None:
    own = accounts.everyone(place.services.store)[0]
    grant = grants.of(place.services.store, own.id)[0].id
    for path in (f"/de/accounts/{own.id}/grants/{grant}/remove", f"/de/accounts/{own.id}/remove"):
        answer = admin.post(path)
        assert answer.status_code == 409 and "die letzte Person mit der Rolle Administration" in answer.text
    assert granted(place, own.mail) == ["administrator"]


def test_an_administrator_who_never_accepted_does_not_count(place: Place, admin: Visitor) -> None:
    own = accounts.everyone(place.services.store)[0]
    invite(admin, role="administrator")
    assert admin.post(f"/de/accounts/{own.id}/remove").status_code == 409


def test_two_administrators_removing_each_other_at_once_leave_one(place: Place) -> None:
    store = place.services.store
    both = [place.account(f"{name}@example.org", Role.ADMINISTRATOR) for name in ("a", "b")]
    refused: list[KnotenpunktError] = []

    def remove(id: str) -> None:
        try:
            grants.remove_account(store, id)
        except KnotenpunktError as error:
            refused.append(error)

    threads = [threading.Thread(target=remove, args=(account.id,)) for account in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1 and grants.has_administrator(store)


def test_removing_an_account_leaves_nothing_of_the_person(place: Place, admin: Visitor) -> None:
    invite(admin, mail="weg@example.org", name="Wanda Weg")
    account = accounts.find_by_mail(place.services.store, "weg@example.org")
    assert account
    assert admin.post(f"/de/accounts/{account.id}/remove").status_code == 303
    admin.get("/de/accounts")  # shows and so forgets the message with the name
    dump = b"".join(place.services.store.dump())
    assert b"weg@example.org" not in dump and b"Wanda" not in dump and account.id.encode() not in dump


def test_who_removes_the_own_account_is_signed_out(place: Place, admin: Visitor) -> None:
    own = accounts.everyone(place.services.store)[0]
    place.account("b@example.org", Role.ADMINISTRATOR)
    assert admin.post(f"/de/accounts/{own.id}/remove").headers["Location"] == "/de/sign-in?ended=1"
    assert admin.get("/de/account").status_code == 302


def test_who_gives_up_administration_lands_on_the_own_account(place: Place, admin: Visitor) -> None:
    own = accounts.everyone(place.services.store)[0]
    place.account("b@example.org", Role.ADMINISTRATOR)
    grant = grants.of(place.services.store, own.id)[0].id
    grants.give(place.services.store, Grant(id="more", account=own.id, role=Role.PARTNER))
    answer = admin.post(f"/de/accounts/{own.id}/grants/{grant}/remove", follow_redirects=True)
    assert answer.status_code == 200 and answer.request.path == "/de/account"


def test_nothing_tells_when_somebody_signed_in(place: Place, admin: Visitor) -> None:
    account = place.account("anna@example.org", Role.PARTNER, password=PASSWORD)
    before = place.services.store.get("account", account.id)
    place.visitor().post("/de/sign-in", data={"mail": "anna@example.org", "password": PASSWORD})
    assert place.services.store.get("account", account.id) == before


def test_the_own_name_can_be_changed(place: Place, admin: Visitor) -> None:
    assert admin.post("/de/account/name", data={"name": "  Anna   Beispiel "}).status_code == 303
    assert accounts.everyone(place.services.store)[0].name == "Anna Beispiel"
    assert admin.post("/de/account/name", data={"name": "a\x00b"}).status_code == 422


def test_an_account_changed_elsewhere_is_not_overwritten(place: Place) -> None:
    account = place.account("anna@example.org")
    accounts.change(place.services.store, account, name="Neu")
    with pytest.raises(RecordConflict):
        accounts.change(place.services.store, account, name="Alt")


def test_an_address_belongs_to_one_account(place: Place) -> None:
    place.account("anna@example.org")
    with pytest.raises(Invalid):
        accounts.create(place.services.store, accounts.new("other", "ANNA@example.org", "Anna"))


def test_what_people_call_themselves_is_escaped(place: Place, admin: Visitor) -> None:
    admin.post("/de/account/name", data={"name": "<script>x</script>"})
    for path in (
        "/de/",
        "/de/account",
        "/de/accounts",
        f"/de/accounts/{accounts.everyone(place.services.store)[0].id}",
    ):
        assert "<script>x" not in admin.get(path).text
