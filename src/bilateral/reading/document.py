"""The article on its way through the stages: what each of them adds for the next.

Stages only append: layout -> tokens, readings, sentences -> mentions, periods, amounts -> clauses ->
discourse -> facts. Readers look things up here by token position; nothing here decides anything.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

import attrs

from bilateral.hungarian.amounts import FoundAmount, FoundNumeral
from bilateral.hungarian.clauses import Clause
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.periods import FoundPeriod
from bilateral.hungarian.segments import Quotation
from bilateral.hungarian.tokens import Token
from bilateral.model.text import Span, known_span
from bilateral.model.world import Person, Place, country
from bilateral.reading.arguments import Arguments, arguments
from bilateral.reading.layout import Layout
from bilateral.reading.referents import Mention, MentionKind, PersonRecord

if TYPE_CHECKING:
    from bilateral.reading.occasion import When
    from bilateral.reading.speech import Way


_FOLD, _FORM = attrgetter("fold"), attrgetter("form")
_UNREAD = Reading("", "X")
"""Stands for the reading of what has none."""


@attrs.define(eq=False)
class Sentence:
    """A sentence of the article's body.

    Attributes:
        index: its number in :attr:`Document.sentences`.
        first: first token.
        last: one past the last token.
        paragraph: number of its paragraph.
        clauses: its clauses, in order.
        states: the pair of states that deal with each other, as far as the text has told by its end.
        persons: the two persons spoken of last by its end.
    """

    index: int
    first: int
    last: int
    paragraph: int
    clauses: list[Clause] = attrs.Factory(list)
    states: tuple[str, ...] = ()
    persons: tuple[int, ...] = ()


@attrs.frozen
class Referent:
    """Who is meant: persons (numbers of their records) and the countries spoken for.

    Attributes:
        persons: indices into :attr:`Document.people`, in order of mention.
        countries: ISO codes, in order of mention.
        organizations: short names of organisations or companies.
    """

    persons: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.persons or self.countries or self.organizations)


@attrs.define(eq=False)
class Document:
    """Everything known of an article so far.

    Attributes:
        text: the text as given.
        published: day of publication, if known: what relative dates are read against.
        layout: headline, rubric and the ranges that are no body text.
        tokens: the tokens of the whole text.
        readings: for each token its readings, best first.
        sentences: the sentences of the body (headline, captions and boilerplate are left out).
        quotations: what stands between quotation marks.
        quoted: one byte per token, 1 inside quotations.
        mentions: persons, roles, countries, places, organisations, by position.
        people: the persons of the article.
        periods: dates and durations, by position.
        amounts: amounts, by position.
        numerals: numbers whose unit the text leaves out, by position.
        capitals: the capital of each country, by code.
        dyad: the two states that the article is mainly about, or nothing.
        subjects: for each clause (by ``id``), who its subject is, where that is known.
        meant: for each mention (by ``id``), who is meant, where that is known.
        antecedents: for each relative clause (by ``id``), who its pronoun stands for.
        implied: for each clause (by ``id``), what else it tells: clauses made of its participles and gaps.
        objects: for each clause (by ``id``) with a definite verb that leaves its object out, who that is.
        timed: the tokens of dates and durations.
        counted: the tokens of amounts.
        sentence_of: the number of the sentence that each token stands in.
        lemmas: the likeliest lemma of each token, in lower case.
        forms: the likeliest form of each token (``"Fin"``, ``"Conv"`` …), ``""`` of most.
        speakers: token ranges that report what a person says: (first, last, person).
        ways: for each clause (by ``id``) that somebody asked for, how it can report speech.
        dates: for each clause and direction that somebody asked for, the date that it tells.
        called: for each clause that somebody asked for, the predicate files that know its words.
        callers: for each predicate file, once that was asked for, the clauses with a word that it knows.
    """

    text: str
    published: date | None
    layout: Layout
    tokens: Sequence[Token]
    readings: Sequence[Sequence[Reading]]
    sentences: list[Sentence]
    quotations: Sequence[Quotation]
    quoted: bytearray
    mentions: Sequence[Mention]
    people: Sequence[PersonRecord]
    periods: Sequence[FoundPeriod]
    amounts: Sequence[FoundAmount]
    numerals: Sequence[FoundNumeral] = ()
    capitals: Mapping[str, str] = attrs.Factory(dict)
    dyad: tuple[str, ...] = ()
    subjects: dict[int, Referent] = attrs.Factory(dict)
    meant: dict[int, Referent] = attrs.Factory(dict)
    antecedents: dict[int, Referent] = attrs.Factory(dict)
    implied: dict[int, list[Clause]] = attrs.Factory(dict)
    objects: dict[int, Referent] = attrs.Factory(dict)
    speakers: list[tuple[int, int, int]] = attrs.Factory(list)
    ways: dict[int, tuple[Way, ...]] = attrs.Factory(dict)
    called: dict[Clause, set[str]] = attrs.Factory(dict)
    callers: dict[str, list[tuple[Sentence, Clause]]] = attrs.Factory(dict)
    dates: dict[tuple[Clause, bool | None], When | None] = attrs.Factory(dict)
    timed: set[int] = attrs.Factory(set)
    counted: set[int] = attrs.Factory(set)
    sentence_of: dict[int, int] = attrs.Factory(dict)
    lemmas: list[str] = attrs.field(init=False)
    forms: list[str] = attrs.field(init=False)
    _arguments: dict[int, Arguments] = attrs.Factory(dict)
    _folds: dict[int, frozenset[str]] = attrs.Factory(dict)
    _voices: list[int] = attrs.Factory(list)
    _persons: dict[int, Person] = attrs.Factory(dict)
    _heard: int = 0
    _endings: dict[int, Mention] = attrs.Factory(dict)
    _heads: dict[int, Mention] = attrs.Factory(dict)
    _mention_starts: list[int] = attrs.Factory(list)
    _period_starts: list[int] = attrs.Factory(list)
    _amount_starts: list[int] = attrs.Factory(list)
    _numeral_starts: list[int] = attrs.Factory(list)

    def __attrs_post_init__(self) -> None:
        best = [found[0] if found else _UNREAD for found in self.readings]
        self.lemmas = list(map(_FOLD, best))
        self.forms = list(map(_FORM, best))
        self._voices = [-1] * len(self.tokens)
        for period in self.periods:
            self.timed.update(range(period.first, period.last))
        for amount in self.amounts:
            self.counted.update(range(amount.first, amount.last))
        for sentence in self.sentences:
            self.sentence_of.update(dict.fromkeys(range(sentence.first, sentence.last), sentence.index))
        self._endings = {mention.last - 1: mention for mention in self.mentions if mention.inside < 0}
        self._heads = {mention.head: mention for mention in self.mentions if mention.inside < 0}
        self._mention_starts = [mention.first for mention in self.mentions]
        self._period_starts = [period.first for period in self.periods]
        self._amount_starts = [amount.first for amount in self.amounts]
        self._numeral_starts = [numeral.first for numeral in self.numerals]

    def span(self, first: int, last: int) -> Span:
        """The text range of the tokens ``first`` to ``last`` (exclusive)."""
        return known_span(self.tokens[first].start, self.tokens[last - 1].end)

    def quote(self, first: int, last: int) -> str:
        """The words of a token range, verbatim."""
        return self.span(first, last).of(self.text)

    def mentions_in(self, first: int, last: int, *kinds: MentionKind) -> Iterator[Mention]:
        """The mentions that begin in a token range, of the given kinds (or of any)."""
        starts = self._mention_starts
        at = bisect_left(starts, first)
        if at == len(starts) or starts[at] >= last:
            return iter(())
        found = self.mentions[at : bisect_left(starts, last, at)]
        return iter([mention for mention in found if mention.kind in kinds] if kinds else found)

    def periods_in(self, first: int, last: int) -> Iterator[FoundPeriod]:
        """The dates and durations that begin in a token range."""
        starts = self._period_starts
        at = bisect_left(starts, first)
        if at == len(starts) or starts[at] >= last:
            return iter(())
        return iter(self.periods[at : bisect_left(starts, last, at)])

    def amounts_in(self, first: int, last: int) -> Iterator[FoundAmount]:
        """The amounts that begin in a token range."""
        starts = self._amount_starts
        at = bisect_left(starts, first)
        if at == len(starts) or starts[at] >= last:
            return iter(())
        return iter(self.amounts[at : bisect_left(starts, last, at)])

    def numerals_in(self, first: int, last: int) -> Iterator[FoundNumeral]:
        """The numbers without a unit that begin in a token range."""
        starts = self._numeral_starts
        return iter(self.numerals[bisect_left(starts, first) : bisect_left(starts, last)])

    def lemmas_in(self, clause: Clause) -> list[str]:
        """The lemmas of a clause in lower case, in order."""
        lemmas = self.lemmas
        return [lemma for first, last in clause.parts for lemma in lemmas[first:last]]

    def clauses(self) -> Iterator[tuple[Sentence, Clause]]:
        """Every clause with its sentence, in order."""
        for sentence in self.sentences:
            for clause in sentence.clauses:
                yield sentence, clause

    def tellings(self) -> Iterator[tuple[Sentence, Clause]]:
        """Every clause with its sentence, in order, each after those that it implies."""
        for sentence, clause in self.clauses():
            for inner in self.implied.get(id(clause), ()):
                yield sentence, inner
            yield sentence, clause

    def arguments(self, clause: Clause) -> Arguments:
        """The mentions of a clause by the role that case gives them."""
        found = self._arguments.get(id(clause))
        if found is None:
            here: list[Mention] = []
            for first, last in clause.parts:
                here += self.mentions_in(first, last)
            found = self._arguments[id(clause)] = arguments(here, clause)
        return found

    def folds(self, clause: Clause) -> frozenset[str]:
        """The words of a clause, folded."""
        found = self._folds.get(id(clause))
        if found is None:
            words: set[str] = set()
            for first, last in clause.parts:
                words.update(map(_FOLD, self.tokens[first:last]))
            found = self._folds[id(clause)] = frozenset(words)
        return found

    def mention_at_head(self, token: int) -> Mention | None:
        """The outermost mention whose case-bearing word is ``token``."""
        return self._heads.get(token)

    def mention_ending_at(self, token: int) -> Mention | None:
        """The outermost mention whose last word is ``token``."""
        return self._endings.get(token)

    def last_date(self, token: int) -> FoundPeriod | None:
        """The date told last before ``token`` (what "akkor" takes up)."""
        at = bisect_left(self._period_starts, token)
        dates = (found for found in reversed(self.periods[max(0, at - 6) : at]) if found.kind == "date")
        return next(dates, None)

    def last_day(self, token: int) -> FoundPeriod | None:
        """The day told last before ``token`` (what "aznap" takes up)."""
        at = bisect_left(self._period_starts, token)
        told = (found for found in reversed(self.periods[max(0, at - 6) : at]) if found.kind == "date")
        return next((found for found in told if found.period is not None and found.period.days == 1), None)

    def clauses_from(self, clause: Clause) -> Iterator[tuple[Sentence, Clause]]:
        """The clauses of the sentence that holds ``clause``, from it on."""
        sentence = self.sentences[self.sentence_of[clause.first]]
        return ((sentence, other) for other in sentence.clauses if other.first >= clause.first)

    def subject(self, clause: Clause) -> Referent | None:
        """Who the subject of a clause is, said or left out; ``None`` where that stays open."""
        return self.subjects.get(id(clause))

    def who(self, mention: Mention) -> Referent | None:
        """Who a mention means; ``None`` where that stays open."""
        return self.meant.get(id(mention))

    def countries_in(self, first: int, last: int) -> tuple[str, ...]:
        """The countries that a token range names or implies, in order."""
        found: dict[str, None] = {}
        for mention in self.mentions_in(first, last):
            referent = self.who(mention)
            found.update(dict.fromkeys(mention.countries or (referent.countries if referent else ())))
        return tuple(found)

    def person(self, index: int) -> Person:
        """The person of a record, as the facts name them."""
        person = self._persons.get(index)
        if person is None:
            record = self.people[index]
            served = country(record.country) if record.country else None
            person = Person(name=record.name, office=record.office, country=served, title=record.title)
            self._persons[index] = person
        return person

    def place(self, name: str, code: str | None) -> Place:
        """A town as the facts name it."""
        return Place(name=name, country=country(code) if code else None)

    def speaker_at(self, token: int) -> int:
        """The person whose words (or account) a token belongs to, or -1."""
        voices = self._voices
        while self._heard < len(self.speakers):
            first, last, who = self.speakers[self._heard]
            self._heard += 1
            if first < last and max(voices[first:last]) < 0:
                voices[first:last] = [who] * (last - first)
            else:  # whoever was heard first keeps his words
                voices[first:last] = [voice if voice >= 0 else who for voice in voices[first:last]]
        return voices[token] if token >= 0 else -1
