"""The committed files of others are what their list says, and ours read only what exists."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "webapp" / "static"
VENDORS = [STATIC / "vendor", ROOT / "webapp" / "outputs" / "fonts", ROOT / "tests" / "browser" / "vendor"]
HEADINGS = "arrival money housing german work education health advice family community".split()


@pytest.mark.parametrize("folder", VENDORS, ids=lambda folder: folder.parent.name)
def test_every_vendored_file_has_version_licence_and_its_hash(folder: Path) -> None:
    listed = json.loads((folder / "versions.json").read_text(encoding="utf-8"))
    assert set(listed) == {path.name for path in folder.iterdir()} - {"versions.json"}
    for name, entry in listed.items():
        assert entry["version"] and entry["licence"]
        assert entry["sha256"] == hashlib.sha256((folder / name).read_bytes()).hexdigest()


def test_our_style_sheets_read_only_tokens_that_are_defined() -> None:
    own = "\n".join(path.read_text(encoding="utf-8") for path in sorted((STATIC / "css").glob("*.css")))
    defined = set(re.findall(r"(--[\w-]+)\s*:", own + (STATIC / "vendor" / "base.css").read_text(encoding="utf-8")))
    assert set(re.findall(r"var\((--[\w-]+)", own)) <= defined


def test_the_sprite_draws_each_of_the_ten_headings() -> None:
    drawn = re.findall(r'<symbol id="([\w-]+)"', (STATIC / "img" / "icons.svg").read_text(encoding="utf-8"))
    assert set(HEADINGS) <= set(drawn)


def test_the_lock_file_names_no_registry() -> None:
    lock = (ROOT / "webapp" / "assets" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock


def test_nothing_served_asks_another_host() -> None:
    for path in [*(STATIC / "css").glob("*.css"), *(STATIC / "js").glob("*.js"), STATIC / "vendor" / "base.css"]:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"(url\(|from |import\()['\"]?https?:|fetch\(['\"]http", text), path.name
