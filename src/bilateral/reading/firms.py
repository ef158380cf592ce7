"""Companies that an agreement names and no list has: "a norvég Fjordkraft", "a Fjordkraft vállalattal"."""

from __future__ import annotations

from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.grammar import grammar
from bilateral.hungarian.names import stems
from bilateral.hungarian.phrases import Phrase
from bilateral.reading.document import Document
from bilateral.reading.frames import frame_lexicon, tail
from bilateral.reading.mention_words import names_thing
from bilateral.reading.referents import MentionKind

_PARTIES = ("Nom", "Ins")
_BACK = 2
"""How many sentences before may name the company that "a vállalat" takes up."""


def firms(document: Document, clause: Clause, noun: Phrase | None) -> list[str]:
    """The companies among the subjects and partners of a clause, by name, in order.

    Args:
        document: the article.
        clause: the clause that tells of an agreement.
        noun: the document's own phrase, which is nobody, but which a subject may run into.
    """
    found: dict[str, None] = {}
    before = False
    for phrase in clause.phrases:
        listed = before and phrase.conjunct
        name = _named(document, phrase, noun, listed=listed)
        before = name is not None or _is_listed(document, phrase)
        if name is not None:
            found.setdefault(name)
    return list(found)


def is_company(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase means one company: "a katari cég", and not "három katari cég"."""
    nouns = frame_lexicon("agreements").words["companies"]
    if phrase.number != "Sing" or tail(phrase.lemma, nouns) not in nouns:
        return False
    return all(document.readings[at][0].pos != "NUM" for at in range(phrase.first, phrase.head))


def _named(document: Document, phrase: Phrase, noun: Phrase | None, *, listed: bool) -> str | None:
    if phrase is noun:
        return _before_noun(document, phrase, listed=listed)
    party = phrase.case in _PARTIES and (not phrase.post or phrase.post in grammar().between)
    return _name(document, phrase, listed=listed) if party else None


def _is_listed(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase names a company that the lists have, so that another may follow."""
    mention = document.mention_at_head(phrase.head)
    return mention is not None and mention.kind is MentionKind.ORGANIZATION and bool(mention.countries)


def _name(document: Document, phrase: Phrase, *, listed: bool) -> str | None:
    """The company that a phrase names: before a noun of companies, of a nation, or listed after one."""
    nouns = frame_lexicon("agreements").words["companies"]
    head = phrase.head
    if tail(phrase.lemma, nouns) in nouns:
        last = _before_adjectives(document, head)
        named = _run(document, _run_start(document, last), last)
        return named or _told_before(document, phrase, last)
    if _is_listed(document, phrase):
        last = _run_end(document, head + 1)
        return _run(document, phrase.first, last) if last > head + 1 else None
    if not phrase.definite or _run_end(document, head) != head + 1:
        return None
    first = _run_start(document, head + 1)
    if not (listed or _of_nation(document, first)) or not _unknown(document, first, head + 1):
        return None
    return _run(document, first, head + 1, phrase.case)


def _before_adjectives(document: Document, head: int) -> int:
    """One past the name before "török állami vállalattal"."""
    first = document.sentences[document.sentence_of[head]].first
    while head > first + 1 and _is_adjective(document, head - 1):
        head -= 1
    return head


def _is_adjective(document: Document, at: int) -> bool:
    return document.readings[at][0].pos == "ADJ" and not document.tokens[at].is_cap


def _told_before(document: Document, phrase: Phrase, last: int) -> str | None:
    """The company told last that "a vállalat", "a katari cég" take up, in the two sentences before."""
    if phrase.number == "Plur" or not phrase.definite or phrase.first + 1 < last:
        return None
    nations = document.mentions_in(phrase.first, phrase.head, MentionKind.NATIONALITY)
    countries = next((mention.countries for mention in nations), ())
    index = max(0, document.sentence_of[phrase.first] - _BACK)
    before = document.mentions_in(document.sentences[index].first, phrase.first, MentionKind.ORGANIZATION)
    fitting = {m.name: None for m in before if m.countries and (not countries or m.countries == countries)}
    return next(iter(fitting)) if len(fitting) == 1 else None


def _before_noun(document: Document, noun: Phrase, *, listed: bool) -> str | None:
    """A company whose name runs into the document's phrase: "a norvég Fjordkraft szerződést írt alá"."""
    first = noun.first + (document.tokens[noun.first].fold in grammar().articles)
    nation = next(document.mentions_in(first, first + 1, MentionKind.NATIONALITY), None)
    first = nation.last if nation is not None else first
    last = min(_run_end(document, first), noun.head)
    if last == first or not (listed or nation is not None) or not _unknown(document, first, last):
        return None
    return _run(document, first, last)


def _of_nation(document: Document, first: int) -> bool:
    return any(True for _ in document.mentions_in(first - 1, first, MentionKind.NATIONALITY))


def _unknown(document: Document, first: int, last: int) -> bool:
    """Whether nothing known is named there, and the words are not common nouns."""
    readings = document.readings
    proper = all(not readings[at] or readings[at][0].pos in ("PROPN", "X") for at in range(first, last))
    proper = proper and first < last and not names_thing(document.lemmas[last - 1])  # "a Bizottság"
    return proper and not any(True for _ in document.mentions_in(first, last))


def _run_start(document: Document, last: int) -> int:
    """The first of the capitalised words of a sentence that end before a token."""
    first, start = last, document.sentences[document.sentence_of[last - 1]].first
    while first > start and document.tokens[first - 1].is_cap and document.tokens[first - 1].is_word:
        first -= 1
    return first


def _run_end(document: Document, first: int) -> int:
    """One past the last of the capitalised words that go on at a token."""
    last, tokens = first, document.tokens
    while last < len(tokens) and tokens[last].is_cap and tokens[last].is_word:
        last += 1
    return last


def _run(document: Document, first: int, last: int, case: str = "Nom") -> str | None:
    """The name that capitalised words are, in the nominative; no person's."""
    if first < last and document.tokens[first].fold in grammar().articles:
        first += 1
    if first >= last or any(mention.person >= 0 for mention in document.mentions_in(first, last)):
        return None
    words = [document.tokens[at].norm for at in range(first, last)]
    words[-1] = next((stem for stem, told in stems(words[-1]) if told == case), words[-1])
    return " ".join(words)
