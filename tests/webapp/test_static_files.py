from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp import static_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "a.css").write_text("body{color:red}\n" * 50, encoding="utf-8")
    (tmp_path / "font.woff2").write_bytes(b"\0" * 200)
    (tmp_path / ".hidden").write_text("no", encoding="utf-8")
    return tmp_path


@pytest.fixture
def app(folder: Path) -> Flask:
    app = Flask(__name__, static_folder=None)
    static_files.register(app, folder)
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def url(app: Flask, path: str) -> str:
    found: str = app.jinja_env.globals["asset"](path)  # type: ignore[operator]
    return found


def test_a_named_file_may_be_kept_for_ever(app: Flask, client: FlaskClient) -> None:
    answer = client.get(url(app, "css/a.css"))
    assert answer.status_code == 200
    assert answer.content_type == "text/css; charset=utf-8"
    assert answer.cache_control.immutable and answer.cache_control.max_age == static_files.ONE_YEAR


def test_text_travels_packed_when_the_browser_can_unpack_it(app: Flask, client: FlaskClient) -> None:
    plain = client.get(url(app, "css/a.css"))
    packed = client.get(url(app, "css/a.css"), headers={"Accept-Encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.data) == plain.data


def test_a_browser_that_refuses_gzip_gets_plain_text(app: Flask, client: FlaskClient) -> None:
    answer = client.get(url(app, "css/a.css"), headers={"Accept-Encoding": "gzip;q=0"})
    assert "Content-Encoding" not in answer.headers


def test_fonts_are_packed_already_and_sent_as_they_are(app: Flask, client: FlaskClient) -> None:
    answer = client.get(url(app, "font.woff2"), headers={"Accept-Encoding": "gzip"})
    assert answer.content_type == "font/woff2"
    assert "Content-Encoding" not in answer.headers


def test_a_page_from_before_an_upgrade_gets_its_files_but_not_for_ever(client: FlaskClient) -> None:
    answer = client.get("/static/000000000000/css/a.css")
    assert answer.status_code == 200
    assert answer.cache_control.no_cache and not answer.cache_control.immutable


def test_only_files_of_the_folder_are_served(client: FlaskClient) -> None:
    for path in ("none.css", ".hidden", "../static_files.py", "%2e%2e/static_files.py", "css"):
        assert client.get(f"/static/x/{path}").status_code == 404


def test_the_name_changes_with_the_content(folder: Path) -> None:
    before = static_files.version_of(static_files.read_files(folder))
    (folder / "css" / "a.css").write_text("body{color:blue}", encoding="utf-8")
    assert static_files.version_of(static_files.read_files(folder)) != before


def test_a_template_that_names_no_file_fails_at_once(app: Flask) -> None:
    with pytest.raises(static_files.UnknownAsset):
        url(app, "css/none.css")
