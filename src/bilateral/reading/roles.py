"""Office-holders without a name ("a kazah elnök", "vendéglátója") and groups ("a felek", "a két ország")."""

from __future__ import annotations

from itertools import compress
from operator import attrgetter

from bilateral.reading.heads import Head
from bilateral.reading.mention_words import mention_words
from bilateral.reading.persons import Name
from bilateral.reading.referents import Mention, MentionKind
from bilateral.reading.sheet import Sheet
from bilateral.reading.titles import Title

_FOLD = attrgetter("fold")


def title_text(sheet: Sheet, text: str, title: Title) -> str:
    """The description verbatim, without its article and with its head in the nominative."""
    first = title.first + (1 if title.definite else 0)
    start = sheet.tokens[first].start
    if title.case == "Nom":
        return " ".join(text[start : sheet.tokens[title.last - 1].end].split())
    head = title.head
    if head.last - head.first > 1 and not head.possessive:
        return " ".join((text[start : sheet.tokens[head.first].start] + head.lemma).split())
    last = sheet.tokens[title.last - 1]
    return " ".join((text[start : last.start] + _nominative(last.norm, head)).split())


def _nominative(form: str, head: Head) -> str:
    """The head without its case: elnökével -> elnöke."""
    if not head.possessive:
        return head.lemma
    word = head.lemma.rpartition(" ")[2]
    for short, long in (("ja", "já"), ("je", "jé"), ("a", "á"), ("e", "é")):
        if form.lower().startswith(word + long):
            return form[: len(word)] + short
    return form


def shared_text(sheet: Sheet, text: str, name: Name) -> str:
    """The description of one of several who share it: their own adjective and the common head."""
    assert name.shared is not None
    own = [sheet.tokens[index].text for index in range(name.last, name.right)]
    return " ".join((*own, name.shared.head.lemma)) if own else title_text(sheet, text, name.shared)


def role(sheet: Sheet, text: str, title: Title) -> Mention:
    """The mention of an office-holder, or of several, by a description alone."""
    kind = MentionKind.GROUP if title.plural else MentionKind.ROLE
    head = title.head
    return Mention(
        kind,
        title.first,
        title.last,
        title.last - 1,
        case=head.case,
        number=head.number,
        countries=title.countries,
        office=title.office,
        title=title_text(sheet, text, title),
        former=title.former,
        relation=head.relation if title.bound or title.head.relation else None,
        count=title.count,
        possessive=head.possessive,
    )


def find_groups(sheet: Sheet, taken: list[bool]) -> list[Mention]:
    """Parties, states and the like, with a numeral or in the plural: a felek, mindkét ország."""
    numerals = mention_words().groups.numerals
    counted = [
        _counted(sheet, index, numerals[sheet.tokens[index].fold], taken)
        for index in compress(range(len(taken)), map(numerals.__contains__, map(_FOLD, sheet.tokens)))
        if not taken[index]
    ]
    plural = [_parties(sheet, index) for index in sheet.nouns if not taken[index]]
    return [group for group in (*counted, *plural) if group]


def _counted(sheet: Sheet, index: int, count: int, taken: list[bool]) -> Mention | None:
    """A numeral, adjectives, and a noun that means a side."""
    words = mention_words().groups
    stop = min(index + 4, sheet.sentence(index)[1])
    for head in range(index + 1, stop):
        if taken[head]:
            return None
        if any(r.pos == "NOUN" and r.lemma in words.counted for r in sheet.readings[head]):
            return _group(sheet, _with_article(sheet, index), head, count)
        reading = sheet.reading(head)
        if reading.pos not in ("ADJ", "NOUN") or reading.case not in ("Nom", ""):
            return None
    return None


def _parties(sheet: Sheet, index: int) -> Mention | None:
    reading = sheet.reading(index)
    if reading.lemma not in mention_words().groups.plural or reading.number != "Plur" or reading.possessor:
        return None
    return _group(sheet, _with_article(sheet, index), index, 0)


def _with_article(sheet: Sheet, index: int) -> int:
    before = sheet.fold(index - 1) if index > sheet.sentence(index)[0] else ""
    return index - 1 if before in mention_words().small.articles else index


def _group(sheet: Sheet, first: int, head: int, count: int) -> Mention:
    reading = sheet.reading(head)
    return Mention(
        MentionKind.GROUP,
        first,
        head + 1,
        head,
        case=reading.case or "Nom",
        number=reading.number or "Sing",
        title=reading.lemma,
        count=count,
        possessive=bool(reading.possessor),
    )
