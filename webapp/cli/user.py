"""`knotenpunkt user`: accounts from the command line."""

from __future__ import annotations

import argparse
import dataclasses
import getpass
from typing import TYPE_CHECKING

from webapp.cli.choice import add_choice, config_of
from webapp.cli.speech import Refused, said, tell, write

if TYPE_CHECKING:
    from graph.network import Network
    from webapp.accounts.model import Account
    from webapp.services import Services

NAME = "user"
HELP = ("Konten anlegen und anzeigen", "add and list accounts")

_ADDED = ("Das Konto {mail} ist angelegt: {role}.", "The account {mail} has been created: {role}.")
_GRANTED = ("Das Konto {mail} hat jetzt die Rolle {role}.", "The account {mail} now has the role {role}.")
_INVITED = (
    "Mit diesem Link wählt {name} ein Passwort. Er gilt {days} Tage und genau einmal:\n\n    {link}",
    "{name} chooses a password with this link. It is valid for {days} days and works once:\n\n    {link}",
)
_NONE = ("Noch keine Konten.", "No accounts yet.")
_DIFFER = ("Die beiden Passwörter sind verschieden.", "The two passwords differ.")
_NOT_ONE = (
    "„{name}“ heißt kein Eintrag oder mehr als einer. Bitte geben Sie den genauen Namen oder die Kennung an.",
    "No entry or more than one is called “{name}”. Please give the exact name or the id.",
)


def add(parser: argparse.ArgumentParser) -> None:
    """`user add` and `user list`."""
    from webapp.access import LIMITED_BY

    actions = parser.add_subparsers(required=True, dest="action", metavar=said(("AKTION", "ACTION")))
    one = actions.add_parser("add", help=said(("Konto anlegen oder ihm eine Rolle geben", "add an account or a role")))
    one.add_argument("mail")
    one.add_argument("--role", choices=[role.value for role in LIMITED_BY], required=True)
    one.add_argument("--name", default="", help=said(("Name der Person", "the person's name")))
    one.add_argument("--area", default="", help=said(("nur für dieses Gebiet", "for this area only")))
    one.add_argument("--actor", default="", help=said(("für diesen Akteur", "for this actor")))
    one.add_argument(
        "--invite", action="store_true", help=said(("Link ausgeben statt nach dem Passwort fragen", "print a link"))
    )
    one.add_argument("--url", default="http://127.0.0.1:8000", help=said(("Adresse für den Link", "address of links")))
    add_choice(one)
    add_choice(actions.add_parser("list", help=said(("Konten anzeigen", "list accounts"))))


def run(options: argparse.Namespace) -> int:
    """Carry out `user add` or `user list`."""
    from webapp.opening import open_network

    services = open_network(config_of(options))
    if options.action == "list":
        _list(services)
    else:
        _add(services, options)
    return 0


def _add(services: Services, options: argparse.Namespace) -> None:
    from webapp import sessions
    from webapp.accounts import accounts, grants

    store, network = services.store, services.live.current().network
    account = accounts.find_by_mail(store, options.mail.strip().lower())
    stated = account or accounts.new(services.new_id(), options.mail, options.name or options.mail)
    area, actor = _id(network, "area", options.area), _id(network, "actor", options.actor)
    grant = grants.new(network, services.new_id(), stated.id, options.role, area, actor)
    if account:
        grants.give(store, grant)
        sessions.end_all(services, account.id)
        tell(_GRANTED, mail=account.mail, role=options.role)
        return
    if not options.invite:
        stated = dataclasses.replace(stated, password=_ask(stated))
    accounts.create(store, stated, grants.record_of(grant))
    tell(_ADDED, mail=stated.mail, role=options.role)
    if options.invite:
        _tell_link(services, stated, options.url.rstrip("/"))


def _id(network: Network, kind: str, name: str) -> str:
    from graph.network import name_of

    if not name or name in network.of_kind(kind):
        return name
    found = [id for id in network.of_kind(kind) if name_of(network, id).casefold() == name.casefold()]
    if len(found) != 1:
        raise Refused(_NOT_ONE, name=name)
    return found[0]


def _ask(account: Account) -> str:
    from graph.model.errors import Fault, Invalid
    from webapp.accounts.passwords import STANDARD, Owner, fault_of

    password = getpass.getpass(said(("Passwort (mindestens 12 Zeichen): ", "Password (at least 12 characters): ")))
    code = fault_of(password, Owner(mail=account.mail, name=account.name))
    if code:
        raise Invalid([Fault(field="password", code=code, params={})])
    if getpass.getpass(said(("Noch einmal: ", "Once more: "))) != password:
        raise Refused(_DIFFER)
    return STANDARD.hash(password)


def _tell_link(services: Services, account: Account, url: str) -> None:
    from webapp.accounts import codes
    from webapp.cli.progress import language

    code = codes.invite(services.store, account.id, services.now())
    link = f"{url}/{language()}/invitation/{code}"
    tell(_INVITED, name=account.name, days=codes.INVITATION_DAYS, link=link)


def _list(services: Services) -> None:
    from webapp.accounts import accounts, grants, showing
    from webapp.cli.progress import language

    network, granted = services.live.current().network, grants.by_account(services.store)
    found = accounts.everyone(services.store)
    if not found:
        tell(_NONE)
    for account in found:
        roles = [showing.shown(grant, network, language()) for grant in granted.get(account.id, ())]
        invited = "" if account.password else said((" (eingeladen)", " (invited)"))
        write(f"{account.mail}  {account.name}  {', '.join(roles) or '-'}{invited}")
