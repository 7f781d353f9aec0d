"""Lists as counties really have them, taken in as guessed, without a correction."""

from __future__ import annotations

from graph.network import Network
from tests.importers.worlds import codes, guessed, imported, named, only, outcomes, public_text, read, sheet


def test_an_address_in_four_columns_becomes_one_place() -> None:
    place = only(imported("Verein;Straße;Nr;PLZ;Ort\nTafel Zeitz e.V.;Markt;1a;06712;Zeitz"), "place")
    assert [place[f] for f in ("street", "house_number", "postcode", "locality")] == ["Markt", "1a", "06712", "Zeitz"]


def test_street_with_number_and_town_with_postcode_are_parted() -> None:
    network = imported("Verein;Straße;Ort\nTafel Zeitz;Am Markt 1a;06712 Zeitz")
    place = only(network, "place")
    assert (place["street"], place["house_number"], place["postcode"], place["locality"]) == (
        "Am Markt",
        "1a",
        "06712",
        "Zeitz",
    )


def test_a_list_of_persons_by_family_and_given_name_names_no_actor_after_them() -> None:
    text = (
        "Nr;Name;Vorname;Organisation;Mobil\n1;Petrenko;Olena;Lotsenpool Zeitz;0171 3920012\n2;Yilmaz;"
        "Ayşe;Lotsenpool Zeitz;0171 3920013"
    )
    network = imported(text, basis="consent")
    assert [a.fields["name"] for a in network.of_kind("actor").values()] == ["Lotsenpool Zeitz"]
    persons = {c.fields["person"]: c.fields["mobiles"] for c in network.of_kind("contact").values()}
    assert persons == {"Olena Petrenko": ["+491713920012"], "Ayşe Yilmaz": ["+491713920013"]}
    assert "Petrenko" not in public_text(network)


def test_a_list_of_nothing_but_persons_brings_no_actor() -> None:
    done = read(Network(), sheet("Name;Telefon\nOlga Müller;03441 123456\nPeter Schulz;03441 123457"))
    assert outcomes(done) == ["rejected", "rejected"]


def test_contact_person_mobile_and_private_mail_in_one_cell_are_one_contact() -> None:
    text = "Einrichtung;Ansprechpartner\nCafé International;Frau Özlem Kaya (Leitung)~0171 3920012~oezlem.kaya@gmx.de"
    network = imported(text, basis="consent")
    contact = only(network, "contact")
    assert (contact["person"], contact["function"]) == ("Frau Özlem Kaya", "Leitung")
    assert (contact["mobiles"], contact["mails"]) == (["+491713920012"], ["oezlem.kaya@gmx.de"])
    assert contact["audience"] == "coordination"


def test_two_persons_in_a_cell_get_their_own_numbers() -> None:
    text = "Einrichtung;Ansprechpartner\nHort;Anna Müller, 0171 3920012~Peter Schulz, 0171 3920013"
    found = {
        c.fields["person"]: c.fields["mobiles"] for c in imported(text, basis="consent").of_kind("contact").values()
    }
    assert found == {"Anna Müller": ["+491713920012"], "Peter Schulz": ["+491713920013"]}


def test_an_office_in_a_contact_cell_is_reached_at_the_actor() -> None:
    network = imported("Einrichtung;Kontakt\nHort;Tel. 03441 123456, Fax 03441 123457, info@hort.example.org")
    actor = only(network, "actor")
    assert (actor["phones"], actor["mails"]) == (["+493441123456"], ["info@hort.example.org"])
    assert not network.of_kind("contact")


def test_a_group_row_a_sum_and_a_footnote_are_told_and_not_imported() -> None:
    rows = "\n".join(f"Verein {n};03441 12345{n};Zeitz" for n in range(9))
    done = read(Network(), sheet(f"Name;Telefon;Ort\nBeratungsstellen;;\n{rows}\nSumme;9;\nName;Telefon;Ort"))
    assert outcomes(done) == ["rejected", *["new"] * 9, "rejected", "rejected"]
    assert {"import.group_row", "import.sum_row", "import.header_again"} <= codes(done)


def test_english_headings_are_understood() -> None:
    text = (
        "Organization;Phone;Email;Website;Street;City;Zip;Languages\nHelp Desk;03441 123456;"
        "info@help.example.org;help.example.org;Markt 2;Zeitz;06712;German, Arabic"
    )
    network = imported(text)
    actor = only(network, "actor")
    assert (actor["phones"], actor["languages"]) == (["+493441123456"], ["de", "ar"])
    assert only(network, "place")["house_number"] == "2"


def test_coordinates_make_a_place() -> None:
    place = only(
        imported("name,lat,long,homepage\nHelferkreis Laim,48.14,11.49,http://laim.example.org".replace(",", ";")),
        "place",
    )
    assert (place["latitude"], place["longitude"]) == (48.14, 11.49)


def test_half_a_coordinate_and_the_zero_point_are_no_place() -> None:
    network = imported("name;lat;lon\nKreis A;48.1;\nKreis B;0;0")
    assert not network.of_kind("place")


def test_services_with_a_provider_column_hang_at_one_actor() -> None:
    text = (
        "Angebot;Träger;Zielgruppe\nDeutschkurs;VHS Zeitz;Frauen\nNähcafé;VHS Zeitz;"
        "Frauen\nMutter-Kind-Kurs;VHS Zeitz;Familien, Kinder"
    )
    network = imported(text)
    assert len(network.of_kind("actor")) == 1
    assert named(network, "service", "Mutter-Kind-Kurs").fields["target_groups"] == ["families", "children"]


def test_an_outlook_export_keeps_persons_and_private_data_apart() -> None:
    text = (
        "First Name;Last Name;Company;Job Title;E-mail Address;Business Phone;Mobile Phone;Home Street;"
        "Business Street;Business City;Business Postal Code\n"
        "Olga;Müller;Bildungswerk Zeitz;Projektleitung;olga.mueller@bw.example.org;03441 123456;"
        "0171 3920012;Waldweg 3;Markt 5;Zeitz;06712"
    )
    network = imported(text, basis="consent")
    assert only(network, "actor")["name"] == "Bildungswerk Zeitz"
    assert only(network, "place")["street"] == "Markt"
    contact = only(network, "contact")
    assert (contact["person"], contact["function"]) == ("Olga Müller", "Projektleitung")
    assert contact["mails"] == ["olga.mueller@bw.example.org"]
    assert not {"Waldweg", "mueller", "3920012"} & set(public_text(network).replace(",", " ").split())
    assert "Waldweg" not in public_text(network) and "mueller" not in public_text(network)


def test_hours_in_a_column_for_each_day_are_one_week() -> None:
    text = "Stelle;Mo;Di;Mi\nBürgerbüro;8-12 Uhr;8-12 Uhr und 14-18 Uhr;geschlossen\nAmt;9-12 Uhr;;"
    hours = named(imported(text), "actor", "Bürgerbüro").fields["hours"]
    assert "Mo 08:00-12:00" in hours and "14:00-18:00" in hours


def test_many_actors_at_one_address_share_its_place() -> None:
    network = imported(
        "Stelle;Anschrift\nAmt A;Markt 1, 06712 Zeitz\nBeratung B;Markt 1, 06712 Zeitz\nTreff C;Markt 1, 06712 Zeitz"
    )
    assert (len(network.of_kind("actor")), len(network.of_kind("place"))) == (3, 1)


def test_the_same_organisation_in_several_rows_is_one_actor_with_all_its_cells() -> None:
    text = "Stelle;Angebot;Besonderes\nTafel;Essen;mittags\nTAFEL;Kleider;abends"
    network = imported(text)
    assert len(network.of_kind("service")) == 2
    assert set(only(network, "actor")["extra"]["Besonderes"].split("\n\n")) == {"mittags", "abends"}


def test_fax_numbers_are_no_telephone_numbers() -> None:
    actor = only(imported("Stelle;Telefon;Fax\nAmt;03441 123456;03441 123999"), "actor")
    assert actor["phones"] == ["+493441123456"]


def test_a_status_that_is_none_of_residence_stays_aside() -> None:
    given = sheet("Stelle;Status\nAmt;aktiv\nHort;inaktiv")
    assert guessed(given).targets == ("actor.name", "")


def test_names_with_line_breaks_are_one_line() -> None:
    assert only(imported("Stelle;Ort\nVerein für~Integration;Zeitz"), "actor")["name"] == "Verein für Integration"


def test_a_running_number_does_not_name_rows() -> None:
    assert guessed(sheet("Nr.;Stelle\n1;Amt\n2;Hort\n3;Tafel")).key == (1,)
    assert guessed(sheet("ID;Stelle\nA7;Amt\nB9;Hort")).key == (0,)
