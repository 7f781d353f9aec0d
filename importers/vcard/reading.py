"""vCard 2.1, 3.0 and 4.0 as phones and mail programs write them: from text to cards of properties.

An own reader: the one library for it is old, stops at the first card that breaks a rule, and takes the file's word for
how much memory it needs. Here every rule is applied leniently, and what no list needs (pictures,
sounds, keys) is skipped.
"""

from __future__ import annotations

import io
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from importers.files.limits import CARD_LINES, LINE_CHARS, ROWS
from importers.files.table import ReadError

_SKIPPED = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "AGENT"})
_HEAD = re.compile(r"(?:[A-Za-z0-9-]+\.)?([A-Za-z][A-Za-z0-9-]*)((?:;(?:\"[^\"]*\"|[^:;\"])*)*):")
_PARAM = re.compile(r";((?:\"[^\"]*\"|[^;\"])*)")
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_BEGIN = re.compile(r"^BEGIN:VCARD", re.I | re.M)
_BARE_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Property:
    """One line of a card: `name` upper case, `params` name → values in lower case, `value` still escaped."""

    name: str
    value: str
    params: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def types(self) -> frozenset[str]:
        """What kind of number or address it is: "work", "cell", "fax"."""
        return frozenset(self.params.get("TYPE", ()))

    @property
    def text(self) -> str:
        """The value as one text."""
        return unescaped(self.value)

    def parts(self, separator: str = ";") -> list[str]:
        """The value's components, each unescaped."""
        return [unescaped(part).strip() for part in split(self.value, separator)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """One card: its properties in order, and the line of the file it begins at, from 1."""

    line: int
    properties: tuple[Property, ...]
    whole: bool = True
    """False: the file ends within the card."""

    def all(self, name: str) -> list[Property]:
        """The properties of a name that say something."""
        return [p for p in self.properties if p.name == name and p.value.strip(" ;,")]

    def first(self, name: str) -> str:
        """The text of the first property of a name, or ""."""
        return next((p.text.strip() for p in self.all(name)), "")


def looks_like_cards(content: bytes) -> bool:
    """Whether a file begins as an address book does."""
    start = content[:4096].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lstrip(b"\xff\xfe \t\r\n")
    return start[:11].upper() == b"BEGIN:VCARD"


def read_cards(text: str) -> Iterator[Card]:
    """The cards of a file. O(characters). ReadError: too many cards, or lines in one, or characters in a line."""
    if len(_BEGIN.findall(text)) > ROWS:
        raise ReadError("read.too_many_rows", limit=ROWS)
    begun, found, inside = 0, list[Property](), 0
    for number, line in _content_lines(text):
        mark = line.strip().upper()
        if mark == "BEGIN:VCARD":
            inside += 1
            if inside == 1:
                begun, found = number, []
        elif mark == "END:VCARD" and inside:
            inside -= 1
            if not inside:
                yield Card(line=begun, properties=tuple(found))
        elif inside == 1 and (read := _property(line)) is not None:
            found.append(read)
            if len(found) > CARD_LINES:
                raise ReadError("read.card_too_long", row=begun, limit=CARD_LINES)
    if inside and found:
        yield Card(line=begun, properties=tuple(found), whole=False)


def unescaped(value: str) -> str:
    r"""The text that a value stands for.

    >>> unescaped(r"Markt 1\, Zeitz")
    'Markt 1, Zeitz'
    """
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def split(value: str, separator: str) -> list[str]:
    r"""A value at its separators, but not at escaped ones.

    >>> split(r"Kaya\;Co;Zeitz", ";")
    ['Kaya\\;Co', 'Zeitz']
    """
    if "\\" not in value:
        return value.split(separator)
    parts = []
    for found in re.finditer(rf"((?:[^\\{separator}]|\\.|\\\Z)*)({separator}|\Z)", value, re.DOTALL):
        parts.append(found[1])
        if not found[2]:
            break
    return parts


def _content_lines(text: str) -> Iterator[tuple[int, str]]:
    """Logical lines with the number of their first physical one: folded lines and soft breaks are joined."""
    begun, pieces, length, soft, skip = 1, list[str](), 0, False, False
    for number, ended in enumerate(io.StringIO(text, newline=None), 1):
        line = ended.removesuffix("\n")
        folded = line[:1] in (" ", "\t")
        if pieces and (soft or folded):
            if soft:
                pieces[-1] = pieces[-1][:-1]
            line = line if soft and not folded else line[1:]
        else:
            if pieces:
                yield begun, "".join(pieces)
            begun, pieces, length = number, [], 0
            skip = _is_skipped(line)
        if not skip:
            length += len(line)
            if length > LINE_CHARS:
                raise ReadError("read.line_too_long", row=begun, limit=LINE_CHARS)
            pieces.append(line)
        elif not pieces:
            pieces.append("")
        soft = not skip and line.endswith("=") and _is_quoted_printable(pieces[0])
    yield begun, "".join(pieces)


def _is_skipped(line: str) -> bool:
    name = re.split(r"[;:]", line[:60], maxsplit=1)[0].rpartition(".")[2]
    return name.strip().upper() in _SKIPPED


def _is_quoted_printable(start: str) -> bool:
    return "QUOTED-PRINTABLE" in start[:200].upper().partition(":")[0]


def _property(line: str) -> Property | None:
    head = _HEAD.match(line[:2000])
    if head is None:
        return None
    params = _params(head[2])
    value = line[head.end() :]
    if "quoted-printable" in params.get("ENCODING", ()):
        value = _decoded(value, params.get("CHARSET", ("utf-8",))[0])
    return Property(name=head[1].upper(), value=value, params=params)


def _params(text: str) -> dict[str, tuple[str, ...]]:
    """Parameters by name. In 2.1 a type stands alone: TEL;WORK;CELL."""
    found: dict[str, tuple[str, ...]] = {}
    for raw in _PARAM.findall(text):
        name, equals, value = raw.partition("=")
        name = name.strip().upper()
        if not equals:
            name, value = ("ENCODING" if name in _BARE_ENCODINGS else "TYPE"), name
        values = tuple(v.strip().strip('"').lower() for v in value.replace('"', "").split(",") if v.strip())
        found[name] = (*found.get(name, ()), *values)
    return found


def _decoded(value: str, charset: str) -> str:
    """Quoted-printable as text; line ends within it are those of the text."""
    raw = quopri.decodestring(value.encode("utf-8", "surrogatepass"))
    for encoding in (charset, "utf-8", "cp1252"):
        try:
            return raw.decode(encoding).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
        except (LookupError, UnicodeError, ValueError):
            continue
    return raw.decode("utf-8", "replace").replace("\x00", "")
