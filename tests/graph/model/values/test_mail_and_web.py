from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.values.mail import clean_mails, is_private_mail
from graph.model.values.web import clean_websites


@pytest.mark.parametrize(
    ("raw", "mails"),
    [
        ("Jugendhaus@Urbach.de", ["jugendhaus@urbach.de"]),
        ("a@x.de, b@y.de oder c@z.de", ["a@x.de", "b@y.de", "c@z.de"]),
        ("mailto:a@x.de?subject=Hallo", ["a@x.de"]),
        ("info(at)x.de", ["info@x.de"]),
        ("info [at] x [punkt] de", ["info@x.de"]),
        ("info at x.de", ["info@x.de"]),
        ("info@haus-und-grund.de", ["info@haus-und-grund.de"]),
        ("E-Mail: Max <max@x.de>", ["max@x.de"]),
        ("", []),
    ],
)
def test_mail_addresses_are_found(raw: str, mails: list[str]) -> None:
    assert clean_mails(raw) == (mails, [])


@pytest.mark.parametrize("raw", ["kein", "a@b", "a@@x.de"])
def test_what_is_no_mail_address_is_reported(raw: str) -> None:
    mails, problems = clean_mails(raw)
    assert mails == []
    assert [problem.code for problem in problems] == ["value.mail_not_understood"]


def test_free_mail_boxes_count_as_private() -> None:
    assert is_private_mail("anna.mueller@web.de")
    assert not is_private_mail("info@urbach.de")


@given(st.text(max_size=60) | st.text("ab@.,;( )<>t", max_size=40))
def test_cleaning_mails_twice_changes_nothing(raw: str) -> None:
    mails, _ = clean_mails(raw)
    assert clean_mails(", ".join(mails)) == (mails, [])


@pytest.mark.parametrize(
    ("raw", "sites"),
    [
        ("www.x.de", ["https://www.x.de"]),
        ("http://x.de, www.y.de", ["http://x.de", "https://www.y.de"]),
        ("x.de/a?b=(c%3ad+OR+e),f", ["https://x.de/a?b=(c%3ad+OR+e),f"]),
        ("https://münchen.de/ß", ["https://xn--mnchen-3ya.de/ß"]),
        ("straße.de", ["https://xn--strae-oqa.de"]),
        ("HTTPS://WWW.X.de/Ab", ["https://www.x.de/Ab"]),
        ("x.de:8080/a", ["https://x.de:8080/a"]),
        ("Internet: x.de", ["https://x.de"]),
    ],
)
def test_web_addresses_are_made_absolute(raw: str, sites: list[str]) -> None:
    assert clean_websites(raw) == (sites, [])


@pytest.mark.parametrize(
    "raw",
    [
        "javascript:alert(1)",
        "https://user:pw@x.de",
        "data:text/html,x",
        "ftp://x.de",
        "https://x",
        "http://127.0.0.1",
        "https://x.de:99999999",
        "https://аpple.com",
        "https://-x.de",
        "http://[",
    ],
)
def test_unsafe_or_senseless_addresses_are_refused(raw: str) -> None:
    sites, problems = clean_websites(raw)
    assert sites == []
    assert {problem.code for problem in problems} == {"value.web_not_understood"}


@given(st.text(max_size=60) | st.text("htps:/.wxde?&=#@ ,;é", max_size=40))
def test_cleaning_web_addresses_twice_changes_nothing(raw: str) -> None:
    sites, _ = clean_websites(raw)
    assert clean_websites("\n".join(sites)) == (sites, [])
