from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.values.hours import clean_hours
from graph.model.values.hours_osm import parsed


def codes(raw: str) -> list[str]:
    return [problem.code.removeprefix("value.") for problem in clean_hours(raw).problems]


@pytest.mark.parametrize(
    ("raw", "osm"),
    [
        ("Mo-Fr 8-12 Uhr", "Mo-Fr 08:00-12:00"),
        ("Mo, Di + Do 8 – 12 Uhr", "Mo,Tu,Th 08:00-12:00"),
        ("Montag, Dienstag,\nDonnerstag und Freitag: 8.00 Uhr bis 12.00 Uhr", "Mo,Tu,Th,Fr 08:00-12:00"),
        ("Montags von 07.30-12", "Mo 07:30-12:00"),
        ("Mo. 08:30 - 12:00 Uhr & 14:00 - 17:00 Uhr", "Mo 08:30-12:00,14:00-17:00"),
        ("Montag 08.30 - 12.00 Uhr 14.00 - 16.00 Uhr", "Mo 08:30-12:00,14:00-16:00"),
        ("Montag\n08:00 Uhr bis 12:00 Uhr und\n16:30 Uhr bis 18:30 Uhr", "Mo 08:00-12:00,16:30-18:30"),
        ("Mo-Fr\n8-12 Uhr\n14-16 Uhr", "Mo-Fr 08:00-12:00,14:00-16:00"),
        ("täglich ab 14 Uhr", "Mo-Su 14:00+"),
        ("werktags 9-17 Uhr, Wochenende 10-12 Uhr", "Mo-Fr 09:00-17:00; Sa,Su 10:00-12:00"),
        ("1. und 3. Samstag im Monat 10-12 Uhr", "Sa[1,3] 10:00-12:00"),
        ("jeden ersten Samstag im Monat 10–12 Uhr", "Sa[1] 10:00-12:00"),
        ("Monday to Friday 9 am - 12 pm", "Mo-Fr 09:00-12:00"),
        ("Mon, Wed 2-5 pm", "Mo,We 14:00-17:00"),
        ("Montags geschlossen\nDienstag – Freitag: 8.30 – 12 Uhr", "Mo off; Tu-Fr 08:30-12:00"),
        ("Mo-Fr 8-12 Uhr, Mi geschlossen", "Mo,Tu,Th,Fr 08:00-12:00; We off"),
        ("Mo-Fr außer Mi 8-12 Uhr", "Mo,Tu,Th,Fr 08:00-12:00"),
        ("Montag bis Freitag: 8-12 Uhr, außer Mittwoch", "Mo,Tu,Th,Fr 08:00-12:00"),
        ("8-12 Uhr (Mo-Fr)", "Mo-Fr 08:00-12:00"),
        ("9-12 Uhr Montag bis Freitag", "Mo-Fr 09:00-12:00"),
        ("- Montag: 8-12 Uhr\n- Dienstag: 9-12 Uhr", "Mo 08:00-12:00; Tu 09:00-12:00"),
        ("Sonn- und Feiertage 10-12 Uhr", "Su,PH 10:00-12:00"),
        ("rund um die Uhr", "24/7"),
        ("Öffnungszeiten: Mo 8 Uhr bis 12 Uhr 30", "Mo 08:00-12:30"),
        ("jeden 2. Mittwoch im Monat von 15 bis 17 Uhr", "We[2] 15:00-17:00"),
        ("Mo 9-12 / 13-16 Uhr, Fr 9-12 Uhr und Mo 17-18 Uhr", "Mo 09:00-12:00,13:00-16:00,17:00-18:00; Fr 09:00-12:00"),
        ("Weekdays 9:30am-4pm", "Mo-Fr 09:30-16:00"),
        ("täglich außer sonntags 10-18 Uhr", "Mo-Sa 10:00-18:00"),
        ("Sa-Mo 10-12 Uhr", "Mo,Sa,Su 10:00-12:00"),
    ],
)
def test_prose_becomes_osm_syntax(raw: str, osm: str) -> None:
    assert clean_hours(raw) == (osm, [], False, [])


@pytest.mark.parametrize(
    ("raw", "osm"),
    [
        ("Montag: mit Terminvereinbarung", 'Mo "nach Vereinbarung"'),
        ("Do: 8:30 - 12:00 Uhr & Terminvereinbarung", 'Th "nach Vereinbarung", Th 08:30-12:00'),
        ("Di: 8-12 Uhr, nachmittags mit Terminvergabe", 'Tu "nachmittags nach Vereinbarung", Tu 08:00-12:00'),
        ("Mi 9-12 Uhr (nur mit Termin)", 'We 09:00-12:00 "nach Vereinbarung"'),
        ("Mi 9-12 Uhr, nur nach Anmeldung", 'We 09:00-12:00 "nach Anmeldung"'),
        ("Mo 8-12 Uhr nach Vereinbarung auch 14-16 Uhr", 'Mo 08:00-12:00,14:00-16:00 "nach Vereinbarung"'),
        ("Mi nach Vereinbarung 9-12 Uhr", 'We 09:00-12:00 "nach Vereinbarung"'),
        ("Di 8-12 Uhr, 14-16 Uhr (nachm. nur n. V.)", 'Tu 08:00-12:00, Tu 14:00-16:00 "nachmittags nach Vereinbarung"'),
        ("Mo-Fr 8-12 Uhr\nTermin vereinbaren", "Mo-Fr 08:00-12:00"),
        ("nach Vereinbarung", ""),
    ],
)
def test_appointments_are_told_from_open_doors(raw: str, osm: str) -> None:
    assert clean_hours(raw) == (osm, [], True, [])


@pytest.mark.parametrize(
    ("raw", "osm"),
    [
        ("Dienstag (nur Bürgerbüro): 7.00 bis 12.00 Uhr", 'Tu 07:00-12:00 "nur Bürgerbüro"'),
        ("Di 14-tägig 9-12 Uhr", 'Tu 09:00-12:00 "14-tägig"'),
        ("jeden zweiten Donnerstag 14-16 Uhr", 'Th 14:00-16:00 "zweiten Donnerstag"'),
        (
            "Mai bis September:\nMo 8-12 Uhr\nDi 9-12 Uhr",
            'Mo 08:00-12:00 "Mai bis September"; Tu 09:00-12:00 "Mai bis September"',
        ),
        ("ab 1.9.2023: Mo 8-12 Uhr", 'Mo 08:00-12:00 "ab 1.9.2023"'),
        ("Mo 9-12 Uhr, nur Frauen Di 9-12 Uhr", 'Mo 09:00-12:00; Tu 09:00-12:00 "nur Frauen"'),
        ("Mo-Fr 8-12 Uhr 13-16 Uhr (Fr bis 14 Uhr)", 'Mo-Fr 08:00-12:00,13:00-16:00 "Fr bis 14 Uhr"'),
        ("Do 14-17 Uhr (nur für Beschäftigte)", 'Th 14:00-17:00 "nur für Beschäftigte"'),
    ],
)
def test_conditions_stay_with_their_times(raw: str, osm: str) -> None:
    assert clean_hours(raw).osm == osm


def test_a_day_without_times_is_said_and_not_invented() -> None:
    hours = clean_hours(
        "Montag:\nDienstag bis Freitag:\n08:30 Uhr bis 12:00 Uhr\nzusätzlich Mittwoch:\n15:00 bis 18:00 Uhr"
    )
    assert hours.osm == "Tu,Th,Fr 08:30-12:00; We 08:30-12:00,15:00-18:00"
    assert hours.left_over == ["Montag"]
    assert [problem.code for problem in hours.problems] == ["value.hours_day_empty"]


def test_what_is_left_over_is_cut_at_the_right_place() -> None:
    assert clean_hours("- Montag: 8-12 Uhr\n- Dienstag:\n- Mittwoch 9-12 Uhr").left_over == ["Dienstag"]


def test_a_second_schedule_stays_text() -> None:
    hours = clean_hours("Montag: 8-12 Uhr\nDienstag: 7-16 Uhr\nMontag: 8-12.30 Uhr\nDienstag: 8-12.30 Uhr")
    assert hours.osm == "Mo 08:00-12:00; Tu 07:00-16:00"
    assert hours.left_over == ["Montag: 8-12.30 Uhr\nDienstag: 8-12.30 Uhr"]
    assert [problem.code for problem in hours.problems] == ["value.hours_two_schedules"]


def test_schedules_under_headings_are_not_united() -> None:
    hours = clean_hours("Bürgerbüro:\nMo 8-12 Uhr\nRathaus:\nMo 14-16 Uhr")
    assert hours.osm == "Mo 08:00-12:00"
    assert "Mo 14-16 Uhr" in hours.left_over


def test_later_times_of_a_day_add_to_it() -> None:
    assert clean_hours("Mo, Di: 8-12 Uhr\nDi: 16-18.30 Uhr").osm == "Mo 08:00-12:00; Tu 08:00-12:00,16:00-18:30"
    assert clean_hours("Mo-Fr 8-12 Uhr, Do 8-18 Uhr").osm == "Mo-We,Fr 08:00-12:00; Th 08:00-18:00"


def test_telephone_hours_are_no_opening_hours() -> None:
    hours = clean_hours("Telefonzeiten: Mo-Fr 8-9 Uhr\nSprechzeiten: Di 9-12 Uhr")
    assert hours.osm == "Tu 09:00-12:00"
    assert clean_hours("Mo 10-12 Uhr, telefonisch Di 14-16 Uhr").left_over == ["Di 14-16 Uhr"]
    assert "hours_phone" in [problem.code.removeprefix("value.") for problem in hours.problems]


def test_dated_days_are_single_days() -> None:
    hours = clean_hours("Mittwoch, den\n07.06.23 von 09 - 13 Uhr\nMittwoch, den\n21.06.23 von 09 - 13 Uhr")
    assert hours == ("2023 Jun 07 09:00-13:00; 2023 Jun 21 09:00-13:00", [], False, [])


@pytest.mark.parametrize(
    "raw", ["Montag, den 07.06.23 von 9-13 Uhr", "Mi, 0.06.23 von 9-13 Uhr", "31.2.23 von 9-13 Uhr"]
)
def test_a_date_that_cannot_be_is_not_understood(raw: str) -> None:
    assert codes(raw) == ["hours_not_understood"]


@pytest.mark.parametrize("raw", ["Mo 22-02 Uhr", "Mo 25-26 Uhr", "Mo"])
def test_times_that_make_no_sense_are_left_over(raw: str) -> None:
    hours = clean_hours(raw)
    assert hours.osm == ""
    assert hours.left_over == [raw]


@pytest.mark.parametrize("raw", ["Kinder von 8-12 Jahre", "auf Anfrage", "x" * 4000])
def test_what_is_no_hours_stays_text(raw: str) -> None:
    hours = clean_hours(raw)
    assert (hours.osm, hours.left_over) == ("", [raw])
    assert [problem.code for problem in hours.problems] == ["value.hours_not_understood"]


def test_holidays_of_schools_are_left_over() -> None:
    hours = clean_hours("Mo-Fr 8-12 Uhr\nSommerferien geschlossen")
    assert (hours.osm, hours.left_over) == ("Mo-Fr 08:00-12:00", ["Sommerferien geschlossen"])
    assert clean_hours("Mo 8-12 Uhr\nFerien siehe Aushang").left_over == ["Ferien siehe Aushang"]


def test_a_telephone_number_beside_hours_is_left_over() -> None:
    assert clean_hours("Tel. 07151 501-1657, Mo 8-12 Uhr")[:2] == ("Mo 08:00-12:00", ["Tel. 07151 501-1657"])


@pytest.mark.parametrize(
    "osm", ["24/7", "Mo-Fr 08:00-12:00; PH off", 'Mo "nach Vereinbarung", Mo 08:00-12:00', "Sa[1,3] 10:00-12:00"]
)
def test_osm_syntax_passes_through(osm: str) -> None:
    assert clean_hours(osm)[:2] == (osm, [])


WORDS = st.sampled_from(
    [
        *"Mo Dienstag Mi-Fr bis - 8 12:00 14.30 Uhr und , \n ( ) ab außer Termin nachmittags geschlossen 7.6.23".split(
            " "
        ),
        *"1. von : Telefon im-Monat 8-12 14-16 ; täglich".split(),
        "nach Vereinbarung",
        '"',
    ]
)


@given(st.text(max_size=60) | st.lists(WORDS, max_size=14).map(" ".join))
def test_any_text_gives_valid_osm_that_stays_as_it_is(raw: str) -> None:
    hours = clean_hours(raw)
    if hours.osm:
        assert parsed(hours.osm) is not None
        assert clean_hours(hours.osm)[:2] == (hours.osm, [])
