"""Opening hours in prose, read into blocks of days with their times."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from graph.model.values.hours_blocks import Block, Segment
from graph.model.values.hours_items import Item, items
from graph.model.values.hours_remarks import APPOINTMENT, PERIOD, appointment_comment, both, marked, names_part
from graph.model.values.text import strip_edges

_PART_ONLY = re.compile(r"(?:vorm|nachm)(?:\.|ittags?)|morgens|abends?|mittags", re.I)
_DIALLED = re.compile(r"\d{3}[\d\s/-]{3}")


@dataclass(kw_only=True)
class Reading:
    """What was read: blocks in their order, lines that are no hours, whether appointments are made."""

    blocks: list[Block] = field(default_factory=list)
    left_over: list[str] = field(default_factory=list)
    by_appointment: bool = False
    period: str = ""

    def head(self, text: str, plain: bool) -> None:
        """Keep a heading: as a condition of what follows, or as text; a plain title ends the last condition."""
        self.close_period()
        self.period = text if PERIOD.search(text) else ""
        if not plain and not self.period:
            self.left_over.append(text)

    def close_period(self) -> None:
        """A condition under which no days were named is text like any other."""
        if self.period and not any(self.period in block.comment for block in self.blocks):
            self.left_over.append(self.period)
        self.period = ""


def read_hours(text: str) -> Reading:
    """Read a tidy text line by line; days stay current until others are named."""
    reading = Reading()
    heading = ""
    for line in _lines(items(text)):
        heading = _read_line(reading, line, heading)
    reading.close_period()
    return reading


def _lines(found: list[Item]) -> list[list[Item]]:
    lines: list[list[Item]] = [[]]
    for item in found:
        if item.kind == "break":
            lines.append([])
        else:
            lines[-1].append(item)
    return [line for line in lines if any(item.kind != "sign" for item in line)]


def _read_line(reading: Reading, line: list[Item], heading: str) -> str:
    """Add one line to the reading; return the heading that the next block stands under."""
    line = _times_last(line)
    kinds = {item.kind for item in line} - {"sign"}
    if kinds <= {"word", "note", "plus", "title"}:
        return _read_words(reading, line, kinds, heading)
    current = reading.blocks[-1] if reading.blocks else None
    if not kinds & {"days", "dates"} and (current is None or _stands_alone(line, current)):
        _read_dayless(reading, line, kinds)
        return heading
    _Line(reading=reading, items=line, heading=heading).read()
    return ""


def _times_last(line: list[Item]) -> list[Item]:
    """ "8-12 Uhr Montag bis Freitag": the days are put first when they are all that follows."""
    kinds = [item.kind for item in line if item.kind != "sign"]
    if kinds == ["times", "days"]:
        return sorted(line, key=lambda item: item.kind == "times")
    if kinds == ["times", "note"]:
        inner = [item for item in items(line[-1].text.strip('()[]"')) if item.kind != "sign"]
        if len(inner) == 1 and inner[0].kind == "days":
            return [replace(inner[0], start=line[0].start, end=line[0].start), *line[:-1]]
    return line


def _read_words(reading: Reading, line: list[Item], kinds: set[str], heading: str) -> str:
    text = _joined(line)
    current = reading.blocks[-1] if reading.blocks else None
    if kinds == {"note"} and current and current.segments:
        _Line(reading=reading, items=line, heading="", whole=True).read()
        return heading
    # A title such as "Sprechzeiten" says nothing of its own, but ends what stood under the last.
    reading.head(text, plain=not kinds - {"title"})
    return text or heading


def _stands_alone(line: list[Item], current: Block) -> bool:
    """An appointment or "geschlossen" on a line of its own speaks of no day, if the last has its times."""
    statements = [item for item in line if item.kind not in ("sign", "note")]
    return bool(current.segments) and statements[0].kind != "times"


def _read_dayless(reading: Reading, line: list[Item], kinds: set[str]) -> None:
    if "appointment" in kinds:
        reading.by_appointment = True
    if kinds != {"appointment"}:
        reading.left_over.append(_joined(line))


def _joined(line: list[Item]) -> str:
    """The words as they stand, with their signs."""
    text = ""
    for item in line:
        close = item.text in (",", ":", ";", ".", ")", "!", "?") or text.endswith(("(", "/")) or not text
        text += item.text if close else f" {item.text}"
    return strip_edges(text)


@dataclass(kw_only=True)
class _Line:
    """One line with days, times or states, read from left to right."""

    reading: Reading
    items: list[Item]
    heading: str
    whole: bool = False
    words: list[Item] = field(default_factory=list)
    plus: bool = False
    sign: str = ""
    begun: int = 0
    previous: str = ""
    apart: bool = False

    def read(self) -> None:
        blocks = self.reading.blocks
        self.begun = len(blocks[-1].segments) if blocks and not self.whole else 0
        for item in self.items:
            if item.kind == "sign":
                if item.text == ":" and self.words and not self._started():
                    self._head()
                self.sign = item.text
                continue
            getattr(self, f"_{item.kind}")(item)
            self.sign, self.previous = "", item.kind
            if blocks and item.kind not in ("word", "title", "plus"):
                blocks[-1].end = max(blocks[-1].end, item.end)
        self._finish()

    def _started(self) -> bool:
        return bool(self.reading.blocks) and self.reading.blocks[-1].end > self.items[0].start

    def _head(self) -> None:
        plain = all(item.kind == "title" for item in self.words)
        self.heading, self.words = _joined(self.words), []
        self.reading.head(self.heading, plain)

    def _word(self, item: Item) -> None:
        self.apart = bool(self.sign) if not self.words else self.apart
        self.words.append(item)

    def _title(self, item: Item) -> None:
        self.words.append(item)

    def _without(self, item: Item) -> None:
        if self.reading.blocks:
            self.reading.blocks[-1].days -= item.days

    def _plus(self, item: Item) -> None:
        self.plus = True

    def _days(self, item: Item) -> None:
        self._open_block(Block(days=item.days, ordinals=item.ordinals, ranged=item.ranged or len(item.days) > 1), item)

    def _dates(self, item: Item) -> None:
        self._open_block(Block(dates=item.dates), item)

    def _open_block(self, block: Block, item: Item) -> None:
        # In "Mo 10-12, telefonisch Di 14-16" the word behind the comma speaks of the days that follow.
        if self._started() and not (self.words and self.apart and not self.sign):
            self._finish()
        block.comment = both(self.reading.period, both(item.remark, self._comment()))
        block.heading, block.added = self.heading, self.plus
        block.start, block.end = item.start, item.end
        self.reading.blocks.append(block)
        self.heading, self.plus, self.begun = "", False, 0

    def _comment(self) -> str:
        """The words before the days; a telephone number among them is no condition."""
        text = _joined([word for word in self._take_words() if not _PART_ONLY.fullmatch(word.text)])
        if not _DIALLED.search(text):
            return text
        self.reading.left_over.append(text)
        return ""

    def _times(self, item: Item) -> None:
        if not self.reading.blocks:
            self.words.append(item)
            return
        block = self.reading.blocks[-1]
        comment = self._comment()
        last = block.segments[-1] if block.segments else None
        # "nur mit Termin 14-16 Uhr": the appointment speaks of the times that follow it at once.
        if (
            last
            and last.state == "appointment"
            and not last.spans
            and len(block.segments) > self.begun
            and not self.sign
        ):
            block.segments[-1] = replace(last, spans=item.spans)
        elif last and last.state == "appointment" and self.previous == "appointment" and not self.sign:
            # An appointment between two times without a comma may belong to either: it is put on both.
            block.segments.append(replace(last, spans=item.spans))
        else:
            block.segments.append(Segment(spans=item.spans, comment=comment))

    def _appointment(self, item: Item) -> None:
        self.reading.by_appointment = True
        if not self.reading.blocks:
            return
        block = self.reading.blocks[-1]
        last = block.segments[-1] if len(block.segments) > self.begun else None
        only = bool(re.match(r"\W*nur\b|\W*only\b|.*\bonly$", item.text, re.I))
        apart = self.sign not in ("", ":") or bool(re.match(r"und|sowie|oder|sonst|auch|außerdem", item.text, re.I))
        if last and last.spans and not names_part(item.text) and (only or not apart):
            self._mark(appointment_comment(item.text), item.text)
        else:
            block.segments.append(Segment(state="appointment", comment=appointment_comment(item.text)))

    def _closed(self, item: Item) -> None:
        if names_part(item.text) or not self.reading.blocks:
            self.words.append(item)
        else:
            self.reading.blocks[-1].segments.append(Segment(state="closed"))

    def _note(self, item: Item) -> None:
        text = strip_edges(item.text.strip('()[]"'))
        if not self.reading.blocks:
            self.reading.left_over.append(item.text)
        elif len(self.reading.blocks[-1].segments) > self.begun:
            plain = [inner.kind for inner in items(item.text[1:-1])] == ["appointment"]
            self._mark(appointment_comment(text) if plain else text, item.text)
        else:
            self.reading.blocks[-1].comment = both(self.reading.blocks[-1].comment, text)

    def _mark(self, comment: str, text: str) -> None:
        """Put a remark on the times of this line, or on those in the part of the day it names."""
        block = self.reading.blocks[-1]
        appointment = bool(APPOINTMENT.search(text))
        self.reading.by_appointment |= appointment
        for place in range(self.begun, len(block.segments)):
            block.segments[place : place + 1] = marked(block.segments[place], comment, text, appointment)

    def _take_words(self) -> list[Item]:
        words, self.words = self.words, []
        return [] if all(item.kind == "title" for item in words) else words

    def _finish(self) -> None:
        words = self._take_words()
        text = _joined(words)
        if not text:
            return
        blocks = self.reading.blocks
        if blocks and self._started():
            blocks[-1].end = max(blocks[-1].end, words[-1].end)
        if blocks and len(blocks[-1].segments) > self.begun:
            self._mark(text, text)
        elif blocks and self._started():
            blocks[-1].comment = both(blocks[-1].comment, text)
        else:
            self.reading.left_over.append(text)
