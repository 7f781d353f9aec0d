"""Sentences about accounts, passwords and grants."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "password.too_short": (
        "Bitte wählen Sie ein Passwort mit mindestens 12 Zeichen.",
        "Please choose a password of at least 12 characters.",
    ),
    "password.too_long": (
        "Bitte wählen Sie ein Passwort mit höchstens 256 Zeichen.",
        "Please choose a password of at most 256 characters.",
    ),
    "password.common": (
        "Dieses Passwort ist zu leicht zu erraten. Mehrere Wörter, die nichts miteinander zu tun haben, sind besser.",
        "This password is too easy to guess. Several words that have nothing to do with each other are safer.",
    ),
    "password.own": (
        "Das Passwort besteht vor allem aus Ihrem Namen oder Ihrer E-Mail-Adresse. Bitte wählen Sie ein anderes.",
        "The password consists mainly of your name or email address. Please choose another.",
    ),
    "account.mail": (
        "Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@example.org.",
        "Please enter an email address, for example name@example.org.",
    ),
    "account.mail_taken": (
        "Für diese E-Mail-Adresse gibt es schon ein Konto.",
        "There is already an account for this email address.",
    ),
    "account.name": (
        "Bitte geben Sie einen Namen mit höchstens 100 Zeichen an.",
        "Please enter a name of at most 100 characters.",
    ),
    "account.last_administrator": (
        "Das ist die letzte Person mit der Rolle Administration. Bitte geben Sie diese Rolle zuerst jemand anderem.",
        "This is the last person with the administrator role. Please give that role to somebody else first.",
    ),
    "grant.exists": ("Diese Rolle hat das Konto schon.", "The account already has this role."),
    "grant.role": ("Bitte wählen Sie eine Rolle.", "Please choose a role."),
    "grant.unlimited_only": (
        "Diese Rolle gilt für das ganze Netzwerk. Sie lässt sich nicht auf ein Gebiet oder einen Akteur beschränken.",
        "This role is for the whole network. It can’t be limited to an area or an actor.",
    ),
    "grant.area": ("Dieses Gebiet gibt es nicht.", "There is no such area."),
    "grant.actor": ("Diesen Akteur gibt es nicht.", "There is no such actor."),
    "grant.one_limit": (
        "Bitte wählen Sie entweder ein Gebiet oder einen Akteur, nicht beides.",
        "Please choose either an area or an actor, not both.",
    ),
    "invitation.void": (
        "Diese Einladung gilt nicht mehr. Bitten Sie die Person, die sie geschickt hat, um eine neue.",
        "This invitation is no longer valid. Ask the person who sent it for a new one.",
    ),
    "setup.code": (
        "Dieser Code stimmt nicht oder gilt nicht mehr. Der gültige steht dort, wo Knotenpunkt gestartet wurde.",
        "This code is wrong or no longer valid. The valid one is shown where Knotenpunkt was started.",
    ),
    "setup.done": (
        "Dieses Netzwerk hat schon eine Administration. Bitte melden Sie sich an.",
        "This network already has an administrator. Please sign in.",
    ),
    "sign_in.wrong": (
        "E-Mail-Adresse und Passwort passen nicht zusammen.",
        "Email address and password do not match.",
    ),
    "sign_in.wait": (
        "Das waren zu viele Versuche. Ab {time} Uhr können Sie es wieder versuchen.",
        "Those were too many attempts. You can try again from {time}.",
    ),
    "account.old_password": ("Das bisherige Passwort stimmt nicht.", "The current password is wrong."),
    "account.repeat": ("Die beiden neuen Passwörter sind verschieden.", "The two new passwords differ."),
}
