r"""The layout of an article: its header, its paragraphs, and what belongs to neither.

The text is never altered: every offset points into the string as given.

>>> found = layout("Külföld | 2024. május 7. 10:30\n\nKét nap Asztanában\n\nA miniszter tárgyalt.\n\n(MTI)")
>>> found.published, found.section, found.headline, found.agency
(datetime.datetime(2024, 5, 7, 10, 30), 'Külföld', 'Két nap Asztanában', 'MTI')
>>> found.paragraphs
[Span(start=52, end=73)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

import attrs

from bilateral.model.text import Span
from bilateral.reading.headers import (
    HeaderLine,
    LayoutWords,
    Piece,
    PieceKind,
    layout_words,
    own_words,
    read_header,
)
from bilateral.reading.stamps import Stamp, find_stamp

_BREAKS = "\r\u2028\u2029"
"""What divides lines beside the line feed."""
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z][^,.()\d]{1,40}?)?(?:[,.]\s?(?P<when>[^()–—]{0,60}?))?"
    r"\s?(?:\((?P<agency>[^()]{2,40})\)|(?P<bare>\b[A-Z]{3,4}\b))?\s?(?:[–—-]|:)\s"
)
_BRACKET_AT_END = re.compile(r"\((?P<credit>[^()]{2,80})\)\s*\.?$")
_CREDIT = re.compile(r"[^/,–-]+")
_STOPS = (".", "!", "?", "…")
_CLOSERS = "\"”»’')]"
_LONGEST_TITLE = 220
_LONGEST_SUBHEADING = 90
_LONGEST_CAPTION = 260
_SHORTEST_PARAGRAPH = 80
_WORDS_OF_TITLE = 3


@attrs.define(eq=False)
class Layout:
    """What the layout of a text tells of the article.

    Attributes:
        published: date, or date and time, of publication as the text gives it.
        section: rubric.
        headline: title line.
        agency: news agency to which the article is credited.
        header: spans of ``published``, ``section``, ``headline`` and ``agency``.
        paragraphs: the paragraphs of the body, in order.
        place: the place of the dateline.
    """

    published: date | datetime | None = None
    section: str | None = None
    headline: str | None = None
    agency: str | None = None
    header: dict[str, Span] = attrs.Factory(dict)
    paragraphs: list[Span] = attrs.Factory(list)
    place: str | None = None


@attrs.define(eq=False)
class _Line:
    """A line that is not blank, without the white space round it.

    Attributes:
        text: the line.
        start: its offset in the text.
        closed: whether it ends as a sentence does.
        header: what it tells as a header line, ``None`` where it is none.
    """

    text: str
    start: int
    closed: bool
    header: HeaderLine | None

    @property
    def fold(self) -> str:
        return self.text.lower()

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def layout(text: str) -> Layout:
    """The layout of an article's text."""
    reader = _Reader(list(_lines(text)))
    reader.read()
    return reader.found


def _lines(text: str) -> Iterator[_Line]:
    for mark in _BREAKS:
        text = text.replace(mark, "\n")
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            indent = len(line) - len(line.lstrip())
            closed = stripped.rstrip(_CLOSERS).endswith(_STOPS)
            yield _Line(stripped, start + indent, closed, read_header(stripped))
        start += len(line) + 1


def _may_be_rubric(line: _Line, *, capitals: bool) -> bool:
    """Whether a line is one capitalised word, or up to three in capitals: longer ones may be an author."""
    words = line.text.split()
    if line.closed or len(words) > _WORDS_OF_TITLE or not all(word.isalpha() for word in words):
        return False
    return line.text.isupper() or (not capitals and len(words) == 1 and words[0][0].isupper())


class _Reader:
    """Reads the lines from the first to the last."""

    def __init__(self, lines: list[_Line]) -> None:
        self.lines = lines
        self.words: LayoutWords = layout_words()
        self.found = Layout()
        self.boilerplate = False
        self.title = self._title()
        long = (n for n, line in enumerate(lines) if len(line.text) >= _SHORTEST_PARAGRAPH)
        self.last_long = max(long, default=-1)
        self.rubric = False
        self.updated: tuple[Stamp, _Line] | None = None

    def read(self) -> None:
        """Give each line to the header, the body or neither."""
        for index, line in enumerate(self.lines):
            if not (
                self._take_header(index, line)
                or self._take_rubric(index, line)
                or self._take_title(index, line)
            ):
                self._take_body(index, line)
        if self.found.published is None and self.updated is not None:
            self._publish(*self.updated)

    def _take_header(self, index: int, line: _Line) -> bool:
        header = line.header
        if header is None:
            return False
        if header.stamp is None and self.found.paragraphs and not self._is_last(index):
            return header.section is None
        self._fill(header, line)
        return True

    def _fill(self, header: HeaderLine, line: _Line) -> None:
        if header.stamp is not None:
            if header.updated:
                self.updated = self.updated or (header.stamp, line)
            else:
                self._publish(header.stamp, line)
        if header.section is not None and not self.found.paragraphs:
            self._fill_section(header.section, line)
        if header.agency is not None:
            self._credit(line, header.agency.start, header.agency.end)

    def _fill_section(self, piece: Piece, line: _Line) -> None:
        """Take the first rubric; one that is known by name before a word that merely stands as one."""
        known = piece.kind is PieceKind.SECTION
        if known and not self.rubric:
            self.found.section = None
            self.rubric = True
        self._set("section", line.start + piece.start, line.start + piece.end, line)

    def _take_rubric(self, index: int, line: _Line) -> bool:
        """Take a rubric that no list knows: in capitals before the title, or right above date and time."""
        if self.found.paragraphs or index == self.title or index + 1 == len(self.lines):
            return False
        following = self.lines[index + 1]
        stamp = following.header.stamp if following.header is not None else None
        above = stamp is not None and isinstance(stamp.value, datetime) and following.start == line.end + 1
        if not (above or index < self.title) or not _may_be_rubric(line, capitals=not above):
            return False
        self._set("section", line.start, line.end, line)
        return True

    def _publish(self, stamp: Stamp, line: _Line) -> None:
        """Take the first date of the header; one with the time before a mere day, which may be today's."""
        timed = isinstance(stamp.value, datetime) and not isinstance(self.found.published, datetime)
        if self.found.published is None or (timed and not self.found.paragraphs):
            self.found.published = stamp.value
            self.found.header["published"] = Span(line.start + stamp.start, line.start + stamp.end)

    def _set(self, field: str, start: int, end: int, line: _Line) -> None:
        if getattr(self.found, field) is None:
            setattr(self.found, field, line.text[start - line.start : end - line.start])
            self.found.header[field] = Span(start, end)

    def _credit(self, line: _Line, start: int, end: int) -> None:
        """Credit the article to the agency that a piece of a line names first, or after its portal."""
        for piece in _CREDIT.finditer(line.text, start, end):
            name = own_words(piece.group().strip().lower(), self.words)
            agency = self.words.agencies.get(name)
            if agency is not None and self.found.agency is None:
                self.found.agency = agency
                first = line.start + piece.start() + len(piece.group()) - len(piece.group().lstrip())
                self.found.header["agency"] = Span(first, first + len(name))

    def _take_title(self, index: int, line: _Line) -> bool:
        """The title, its repetition, or a piece of the page before it."""
        if index == self.title:
            self._set("headline", line.start, line.end, line)
        before = index <= self.title and not line.closed
        return before or line.text == self.found.headline

    def _title(self) -> int:
        """Which line is the title: the first of several words before the body, no sentence; -1 for none."""
        candidates: list[int] = []
        for index, line in enumerate(self.lines):
            if self._begins_body(line):
                break
            if self._may_be_title(line):
                candidates.append(index)
        full = (index for index in candidates if len(self.lines[index].text.split()) >= _WORDS_OF_TITLE)
        chosen = next(full, candidates[0] if candidates else -1)
        return chosen if chosen >= 0 and self._has_body_after(chosen) else -1

    def _begins_body(self, line: _Line) -> bool:
        """Whether a line is of the body: long, or closed by a full stop, or opened by a dateline."""
        stopped = line.text.rstrip(_CLOSERS).endswith(".") and len(line.text.split()) >= _WORDS_OF_TITLE
        long = line.closed and len(line.text) >= _SHORTEST_PARAGRAPH
        if not (stopped or long):
            return self._dateline(line) is not None
        return line.header is None

    def _may_be_title(self, line: _Line) -> bool:
        ends = line.text.rstrip(_CLOSERS)[-1:]
        return (
            len(line.text) <= _LONGEST_TITLE
            and ends not in (".", ":", "")
            and line.header is None
            and not self._is_picture(line)
            and not line.fold.startswith(self.words.boilerplate)
        )

    def _has_body_after(self, index: int) -> bool:
        return any(line.closed for line in self.lines[index + 1 :])

    def _is_last(self, index: int) -> bool:
        """Whether only short lines follow."""
        return index >= self.last_long

    def _take_body(self, index: int, line: _Line) -> None:
        if len(line.text) < _LONGEST_CAPTION and line.fold.startswith(self.words.boilerplate):
            self.boilerplate = True
        elif self.boilerplate and not (line.closed and len(line.text) >= _SHORTEST_PARAGRAPH):
            return
        elif not self._is_picture(line) and not self._is_subheading(index, line):
            self.boilerplate = False
            self._paragraph(line)

    def _paragraph(self, line: _Line) -> None:
        start = self._after_dateline(line)
        end = self._before_credit(line)
        if start < end:
            self.found.paragraphs.append(Span(line.start + start, line.start + end))

    def _dateline(self, line: _Line) -> re.Match[str] | None:
        """The dateline that opens a line: place, date, agency and a dash, not all of them needed."""
        match = _DATELINE.match(line.text)
        if match is None:
            return None
        agency = match["agency"] or match["bare"] or ""
        credited = re.split(r"[/,–-]", agency)[0].strip().lower() in self.words.agencies
        dated = bool(match["when"]) and self._is_date(match["when"])
        if (match["when"] and not dated) or (agency and not credited) or not (credited or dated):
            return None
        return match

    def _is_date(self, when: str) -> bool:
        """Whether words are the date of a dateline: year, month, day, day of the week."""
        rest = re.split(r"[\s.,]+", when.lower().strip(" .,"))
        known = [
            word.isdecimal() or word in self.words.months or word in self.words.weekdays
            for word in rest
            if word
        ]
        return bool(known) and all(known)

    def _after_dateline(self, line: _Line) -> int:
        match = self._dateline(line) if not self.found.paragraphs else None
        if match is None:
            return 0
        stamp = find_stamp(line.text[: match.end()], self.words.months)
        if stamp is not None:
            self._publish(stamp, line)
        name = "agency" if match["agency"] else "bare"
        if match[name]:
            self._credit(line, match.start(name), match.end(name))
        self.found.place = (match["place"] or "").strip() or None
        return match.end()

    def _before_credit(self, line: _Line) -> int:
        """Where a paragraph ends, less a credit of the agency or of a picture in brackets."""
        end = len(line.text)
        while (opening := line.text.rfind("(", 0, end)) >= 0:
            match = _BRACKET_AT_END.match(line.text, opening, end)
            if match is None or not self._credits(match["credit"].lower()):
                break
            self._credit(line, match.start("credit"), match.end("credit"))
            end = len(line.text[:opening].rstrip())
        return end

    def _credits(self, fold: str) -> bool:
        """Whether words in brackets credit an agency or a picture."""
        if own_words(re.split(r"[/,–-]", fold)[0].strip(), self.words) in self.words.agencies:
            return True
        return fold.startswith((*self.words.credit_openings, *self.words.source)) and ":" in fold

    def _is_picture(self, line: _Line) -> bool:
        """Whether a line is a caption or credits a picture."""
        if len(line.text) > _LONGEST_CAPTION:
            return False
        fold = line.fold.lstrip("([ ")
        if fold.startswith(self.words.credit_openings) and self._is_label(fold):
            return True
        tail = fold[-60:]
        return any(mark in fold for mark in self.words.positions) or (
            any(word in tail for word in self.words.credit_endings) and not line.closed
        )

    def _is_label(self, fold: str) -> bool:
        """Whether the opening is a word of its own that credits, not the beginning of a sentence."""
        opening = next(word for word in self.words.credit_openings if fold.startswith(word))
        rest = fold[len(opening) :]
        return opening.endswith("/") or not rest or rest.lstrip()[:1] in ":;/|" or " " in opening

    def _is_subheading(self, index: int, line: _Line) -> bool:
        """A short line that does not end as a sentence and is not continued by the next one."""
        text = line.text
        if line.closed or len(text) > _LONGEST_SUBHEADING or text[-1] in ",;:" or text[0] in "-–—•*":
            return False
        if index + 1 == len(self.lines):
            return bool(self.found.paragraphs)
        following = self.lines[index + 1].text.lstrip("-–— ")
        return not following[:1].islower()
