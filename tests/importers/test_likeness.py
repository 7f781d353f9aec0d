"""How alike two actors are, and why: names, numbers, and what sets them apart."""

from __future__ import annotations

import pytest

from graph.model.changes import EntryId
from importers.lists.likeness import Likeness
from importers.lists.names import likeness, words
from importers.lists.traits import Traits, town_key, traits_of

NUMBER = {"phones": ["+4934411234567"]}


def known(*more: Traits) -> Likeness:
    made = Likeness()
    for n, traits in enumerate(more):
        made.add(EntryId(f"a{n}"), traits)
    for n in range(30):
        made.add(EntryId(f"x{n}"), traits_of(f"Verein Nummer{n} Landkreis", {}, f"weg {n} naumburg", "naumburg"))
    return made


def traits(name: str, address: str = "", town: str = "zeitz", **fields: list[str]) -> Traits:
    return traits_of(name, fields, address, town)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AWO KV Zeitz e. V.", "Arbeiterwohlfahrt Kreisverband Zeitz"),
        ("Zeitzer Tafel", "Tafel Zeitz e.V."),
        ("LK Burgenland – Ausländerbehörde", "Ausländerbehörde, Landkreis Burgenland"),
        ("Müller gGmbH", "Mueller"),
    ],
)
def test_names_are_alike_however_they_are_shortened_or_turned(one: str, other: str) -> None:
    assert likeness(words(one), words(other), lambda word: 1.0) >= 0.9


def test_names_with_a_word_of_their_own_each_are_less_alike() -> None:
    one, other = words("Jugendamt, Landkreis Zeitz"), words("Sozialamt, Landkreis Zeitz")
    assert likeness(one, other, lambda word: 1.0) < 0.5


def test_a_like_name_with_a_number_in_common_is_sure() -> None:
    (like,) = known(traits("Tafel Zeitz", "markt 1 zeitz", **NUMBER)).like(
        traits("Zeitzer Tafel", "markt 1 zeitz", **NUMBER)
    )
    assert (like.evidence.level, like.evidence.score) == ("sure", 100)
    assert like.evidence.reasons == ("like.name_alike", "like.phone_same", "like.address_same")


def test_the_same_name_in_another_town_is_never_sure() -> None:
    found = known(traits("Begegnungsstätte", "markt 1 zeitz")).like(
        traits("Begegnungsstätte", "markt 1 nebra", "nebra")
    )
    assert not found or found[0].evidence.level == "possible"


def test_units_that_share_a_switchboard_are_not_taken_for_one() -> None:
    switchboard = [
        traits(f"{unit}, Landkreis Zeitz", "amtsplatz 1 zeitz", **NUMBER) for unit in ("Sozialamt", "Bauamt")
    ]
    found = known(*switchboard).like(traits("Jugendamt, Landkreis Zeitz", "amtsplatz 1 zeitz", **NUMBER))
    assert all(like.evidence.level == "possible" for like in found)


def test_who_shares_nothing_is_not_asked_about() -> None:
    assert known(traits("Tafel Zeitz")).like(traits("Sprachschule Weißenfels", town="weissenfels")) == []


def test_a_town_is_the_same_however_much_stands_behind_it() -> None:
    assert town_key({"locality": "Nebra (Unstrut)"}) == town_key({"locality": "Nebra"})
    assert town_key({"locality": "Zeitz OT Kayna"}) == "zeitz"
