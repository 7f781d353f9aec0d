"""Answers of the link survey: each side's word is its own, in whatever order and however often it is given."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.standing import Standing, standings
from graph.model.changes import Change, Entry, EntryId, Kind
from graph.model.errors import Invalid
from graph.network import Network
from graph.operations import survey
from graph.operations.survey import Answer

TODAY = date(2026, 11, 23)
UNTIL = "2027-11-23"
ACTORS = tuple(EntryId(f"a{n}") for n in range(4))


def network(*links: dict[str, str]) -> Network:
    """Four actors, a service of a1, and these links."""
    actors = [Entry(kind=Kind("actor"), id=id, fields={"name": id.upper()}) for id in ACTORS]
    service = Entry(kind=Kind("service"), id=EntryId("s1"), fields={"name": "S", "provider": "a1"})
    made = [Entry(kind=Kind("referral"), id=EntryId(f"r{n}"), fields=link) for n, link in enumerate(links)]
    return Network([*actors, service, *made])


def ids(*names: str) -> frozenset[EntryId]:
    return frozenset(EntryId(name) for name in names)


def after(start: Network, *answers: Answer) -> Network:
    numbers = itertools.count()
    for said in answers:
        made = survey.answer(start, said, UNTIL, lambda: EntryId(f"new-{next(numbers)}"))
        start = start.apply(made)
    return start


def links(found: Network) -> set[tuple[str, str, str, str]]:
    """(sender, receiver, confirmed by the sender, by the receiver) of every link."""
    names = ("sender", "receiver", "sender_confirmed_until", "receiver_confirmed_until")
    return {tuple(str(e.fields.get(n, "")) for n in names) for e in found.of_kind("referral").values()}  # type: ignore[misc]


def state(found: Network, **refused: str) -> str:
    (one,) = standings(found, TODAY, [(EntryId(k), v) for k, v in refused.items()])  # type: ignore[misc]
    return one.state


others = st.frozensets(st.sampled_from(ACTORS))


@st.composite
def answers(draw: st.DrawFn, actor: str) -> Answer:
    own = {EntryId(actor)}
    sends, gets, sends_not, gets_not = (draw(others) - own for _ in range(4))
    return Answer(actor=EntryId(actor), sends=sends, gets=gets, sends_not=sends_not - sends, gets_not=gets_not - gets)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    days = st.sampled_from(["", "2026-01-31", "2027-03-01", "2028-01-01"])
    pairs = draw(st.sets(st.tuples(st.sampled_from(ACTORS), st.sampled_from([*ACTORS, EntryId("s1")]))))
    made = []
    for sender, receiver in sorted(p for p in pairs if p[0] != p[1] and p != (ACTORS[1], "s1")):
        words = {"sender_confirmed_until": draw(days), "receiver_confirmed_until": draw(days)}
        made.append({"sender": sender, "receiver": receiver} | {k: v for k, v in words.items() if v})
    return network(*made)


@settings(max_examples=40)
@given(networks(), answers("a0"), answers("a1"))
def test_two_answers_give_the_same_links_in_either_order(start: Network, one: Answer, other: Answer) -> None:
    assert links(after(start, one, other)) == links(after(start, other, one))


@settings(max_examples=40)
@given(networks(), answers("a0"))
def test_answering_twice_changes_nothing(start: Network, said: Answer) -> None:
    once = after(start, said)
    assert survey.answer(once, said, UNTIL, lambda: EntryId("x")) == ()
    denied = survey.refused(start, said)
    assert survey.refused(once, said, denied) == denied


@settings(max_examples=40)
@given(networks(), answers("a0"))
def test_an_answer_never_touches_the_other_sides_word_nor_deletes(start: Network, said: Answer) -> None:
    found = after(start, said)
    for entry in start.of_kind("referral").values():
        now = found.entry(entry.id).fields
        for side, name in (("sender", "sender_confirmed_until"), ("receiver", "receiver_confirmed_until")):
            who = entry.fields[side] if side == "sender" or entry.fields[side] != "s1" else "a1"
            assert who == said.actor or now.get(name) == entry.fields.get(name)


@settings(max_examples=40)
@given(networks(), answers("a0"))
def test_what_was_ticked_stands_on_the_own_side(start: Network, said: Answer) -> None:
    found = standings(after(start, said), TODAY)
    assert said.sends <= {s.receiver for s in found if s.sender == "a0" and s.words[0] == "stands"}
    assert said.gets <= {s.sender for s in found if s.receiver == "a0" and s.words[1] == "stands"}


def test_both_words_confirm_and_one_alone_is_one_sided() -> None:
    one = after(network(), Answer(actor=EntryId("a0"), sends=ids("a1")))
    assert links(one) == {("a0", "a1", UNTIL, "")} and state(one) == "one_sided"
    both = after(one, Answer(actor=EntryId("a1"), gets=ids("a0")))
    assert links(both) == {("a0", "a1", UNTIL, UNTIL)} and state(both) == "confirmed"


def test_a_tick_confirms_links_to_the_services_of_the_other() -> None:
    start = network({"sender": "a0", "receiver": "s1"})
    assert links(after(start, Answer(actor=EntryId("a0"), sends=ids("a1")))) == {("a0", "s1", UNTIL, "")}
    assert links(after(start, Answer(actor=EntryId("a1"), gets=ids("a0")))) == {("a0", "s1", "", UNTIL)}


def test_a_longer_word_is_not_shortened() -> None:
    longer = {"sender_confirmed_until": "2028-06"}, {"sender_confirmed_until": "2027"}
    start = network(*({"sender": "a0", "receiver": "a1", **each} for each in longer))
    assert survey.answer(start, Answer(actor=EntryId("a0"), sends=ids("a1")), UNTIL, lambda: EntryId("x")) == ()


def test_taking_back_ones_word_leaves_the_others_and_then_the_link_to_be_deleted() -> None:
    both = {"sender": "a0", "receiver": "a1", "sender_confirmed_until": UNTIL, "receiver_confirmed_until": UNTIL}
    said = Answer(actor=EntryId("a0"), sends_not=ids("a1"))
    found = after(network(both), said)
    assert links(found) == {("a0", "a1", "", UNTIL)}
    assert survey.refused(network(both), said) == {"r0"}
    assert state(found, r0="sender") == "disputed"
    gone = after(found, Answer(actor=EntryId("a1"), gets_not=ids("a0")))
    assert links(gone) == {("a0", "a1", "", "")} and state(gone, r0="sender") == "unwanted"


def test_saying_yes_later_ends_the_no_of_before_and_only_that() -> None:
    start = network({"sender": "a0", "receiver": "a1"}, {"sender": "a2", "receiver": "a0"})
    said = Answer(actor=EntryId("a0"), sends=ids("a1"))
    assert survey.refused(start, said, ["r0", "r1", "gone"]) == {"r1"}


def test_only_other_actors_can_be_named() -> None:
    for wrong in ("a0", "s1", "nobody"):
        with pytest.raises(Invalid):
            survey.answer(network(), Answer(actor=EntryId("a0"), sends=ids(wrong)), UNTIL, lambda: EntryId("x"))


def test_a_word_holds_for_months_also_from_the_last_of_a_month() -> None:
    assert survey.months_later(date(2026, 11, 23), 12) == "2027-11-23"
    assert survey.months_later(date(2024, 2, 29), 12) == "2025-02-28"
    assert survey.months_later(date(2026, 8, 31), 6) == "2027-02-28"


def test_one_side_confirms_and_withdraws_a_single_link() -> None:
    start = network({"sender": "a0", "receiver": "s1", "sender_confirmed_until": UNTIL})
    confirmed = start.apply(survey.confirm(start, "r0", "receiver", UNTIL))
    assert state(confirmed) == "confirmed"
    assert links(confirmed.apply(survey.withdraw(confirmed, "r0", "sender"))) == {("a0", "s1", "", UNTIL)}


def test_a_link_to_an_actor_is_led_on_to_one_of_its_services() -> None:
    start = network({"sender": "a0", "receiver": "a1"}, {"sender": "a0", "receiver": "a2"})
    (change,) = survey.to_service(start, "r0", "s1")
    assert change == Change(
        kind=Kind("referral"), id=EntryId("r0"), before={"receiver": "a1"}, after={"receiver": "s1"}
    )
    assert survey.to_service(start.apply([change]), "r0", "s1") == ()
    with pytest.raises(Invalid):
        survey.to_service(start, "r1", "s1")


def test_who_is_asked_is_the_side_that_has_not_confirmed() -> None:
    def one(*words: str) -> Standing:
        return Standing(
            id=EntryId("r"),
            sender=EntryId("a"),
            receiver=EntryId("b"),
            service=None,
            words=words,  # type: ignore[arg-type]
        )

    assert [one(*w).asked for w in (("stands", "silent"), ("ended", "stands"), ("stands", "stands"))] == [
        "receiver", "sender", None,
    ]  # fmt: skip
    assert one("ended", "silent").state == "unheard" and one("stands", "silent").actor("receiver") == "b"


def test_a_word_until_a_month_or_year_holds_through_it() -> None:
    for until, expected in (("2026-11", "one_sided"), ("2026", "one_sided"), ("2026-10", "unheard")):
        assert state(network({"sender": "a0", "receiver": "a1", "sender_confirmed_until": until})) == expected
