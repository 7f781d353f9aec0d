"""Writes the lists of this folder and their truth anew: python -m tests.truth.week.make"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.truth.week.county import county

HERE = Path(__file__).parent


def main() -> None:
    text, truth = county()
    (HERE / "amt_liste.csv").write_bytes(text.encode("cp1252"))
    save("amt_liste_truth.json", truth)


def save(name: str, truth: dict[str, Any]) -> None:
    """One line for each thing of a list, so that a difference can be read."""
    (HERE / name).write_text(_text(truth) + "\n", "utf-8")


def _text(truth: dict[str, Any]) -> str:
    parts = [f" {json.dumps(key)}: {_value(value)}" for key, value in truth.items()]
    return "{\n" + ",\n".join(parts) + "\n}"


def _value(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join("  " + json.dumps(v, ensure_ascii=False) for v in value) + "\n ]"
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    main()
