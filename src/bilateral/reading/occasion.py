"""When and where: the date and the place that a clause gives to what happens in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.periods import FoundPeriod
from bilateral.hungarian.phrases import Phrase
from bilateral.model.text import Span
from bilateral.model.values import Period
from bilateral.reading.document import Document
from bilateral.reading.drafting import lies_ahead, phrase_at
from bilateral.reading.frames import frame_lexicon, tail
from bilateral.reading.referents import Mention, MentionKind

_PAIR = 2
_NOUNS = frozenset(("NOUN", "PROPN", "ADJ"))
GOAL = ("Ill", "Sbl", "All")
SOURCE = ("Ela", "Del", "Abl")
STATION = ("Ine", "Sup", "Ade")
_INHERITING = frozenset({Link.RELATIVE, Link.ADVERBIAL, Link.COORDINATE, Link.PARENTHETICAL})
_WHERE = (MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.INSTITUTION)


@attrs.frozen
class When:
    """A date and the words that tell it."""

    period: Period
    span: Span


@attrs.frozen
class Where:
    """A town, a country, or both, and the words that tell them.

    Attributes:
        place: the town.
        country: code of the country.
        span: the words.
        named: whether they name it, and not a house that stands in it ("a Kremlben").
    """

    place: str | None
    country: str | None
    span: Span
    named: bool = True


def dated(document: Document, clause: Clause) -> list[FoundPeriod]:
    """The dates that a clause tells by adverbials of its own (not inside another noun's phrase)."""
    implied = document.implied.get(id(clause))
    gaps = {part for other in implied for part in other.parts} if implied else ()
    dates: list[FoundPeriod] = []
    for part in clause.parts:
        if part in gaps:
            continue
        for found in document.periods_in(*part):
            if found.relation == "within" and clause.predicate is not None and clause.predicate.past:
                continue  # "egy héten belül másodszor tárgyalt" looks back, and no date does
            if found.kind == "date" and _dates_clause(document, clause, found):
                dates.append(found)
    return dates


def _dates_clause(document: Document, clause: Clause, found: FoundPeriod) -> bool:
    """Whether a date tells when the clause happens.

    One inside another noun's phrase ("egy 2030-ig szóló program") does not, unless the noun is an event
    at which it happens ("a pénteki csúcstalálkozón").
    """
    holder = phrase_at(clause, found.first)
    if holder is None or found.first <= holder.head < found.last:
        return not found.attributive
    part_of_it = holder.lemma in frame_lexicon("occasions").words["parts"] and found.first == holder.first
    return part_of_it or (found.attributive and (_is_event(holder) or _at_part(document, holder, found)))


def _at_part(document: Document, holder: Phrase, found: FoundPeriod) -> bool:
    """Whether a phrase places the clause within a dated event: "a keddi találkozó végén", "… keretében"."""
    words = frame_lexicon("occasions").words
    if holder.post:
        return holder.post in words["during"] and tail(holder.lemma, words["events"]) in words["events"]
    if holder.lemma not in words["parts"] or holder.case not in STATION:
        return False
    lemmas = (document.lemmas[at] for at in range(found.last, holder.head))
    return any(tail(lemma, words["events"]) in words["events"] for lemma in lemmas)


def _is_event(phrase: Phrase) -> bool:
    nouns = frame_lexicon("occasions").words["events"]
    return phrase.case in (*STATION, *GOAL) and not phrase.post and tail(phrase.lemma, nouns) in nouns


def _of_event(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase is of what an event owns: "az antalyai fórum margóján"."""
    nouns = frame_lexicon("occasions").words["events"]
    return any(tail(document.lemmas[at], nouns) in nouns for at in phrase.owners)


def _then(document: Document, clause: Clause, *, future: bool | None) -> When | None:
    """The date that "akkor", "ugyanekkor" take up, or the day that "délután", "este" mean: that told last."""
    words, folds = frame_lexicon("occasions").words, document.folds(clause)
    if folds.isdisjoint(words["then"]) and folds.isdisjoint(words["same_day"]):
        return None
    at = _word_at(document, clause, words["then"])
    if at >= 0:
        found = document.last_date(clause.first)
        if found is not None and found.period is not None:
            return When(found.period, document.span(at, at + 1))
    at = _word_at(document, clause, words["same_day"])
    told = document.last_day(clause.first) if at >= 0 else None
    period = _read(document, told, future=future) if told is not None else None
    return When(period, document.span(at, at + 1)) if period is not None else None


def _word_at(document: Document, clause: Clause, words: frozenset[str]) -> int:
    """The first token of a clause that is one of these words, or -1."""
    if words.isdisjoint(document.folds(clause)):
        return -1
    return next(index for index in clause.words if document.tokens[index].fold in words)


def when(document: Document, clause: Clause, *, future: bool | None = False) -> When | None:
    """The date of what a clause tells: its own, else that of the clause it hangs on.

    Args:
        document: the article.
        clause: the clause.
        future: whether an ambiguous date ("kedden") looks forward, as in a plan; ``None`` takes the
            reading nearest to publication, as for a plan that is called off.
    """
    key = (clause, future)
    if key not in document.dates:
        document.dates[key] = _when(document, clause, future=future)
    return document.dates[key]


def _when(document: Document, clause: Clause, *, future: bool | None) -> When | None:
    best = _finest(document, clause, future=future) or _then(document, clause, future=future)
    best = best or _at_event(document, clause)
    unreal = clause.predicate is not None and clause.predicate.counterfactual
    if best is None and clause.link in _INHERITING and clause.parent is not None and not unreal:
        if not document.folds(clause).isdisjoint(frame_lexicon("occasions").words["earlier"]):
            return None  # "azt megelőzően pedig Tiranában tárgyalt"
        ahead = future and lies_ahead(clause.parent)
        best = when(document, clause.parent, future=ahead)
        if best is not None and clause.link is Link.ADVERBIAL:
            best = _lagging(document, clause, best)
        return None if future and best is not None and _is_over(document, best.period) else best
    return best


def _lagging(document: Document, clause: Clause, then: When) -> When | None:
    """The day of what happened so long before or after: "három nappal azután, hogy Bécsben járt"."""
    words = frame_lexicon("occasions").values["lag"]
    at = next((at for at in range(clause.first - 1, clause.first - 4, -1) if document.tokens[at].is_word), -1)
    way = words.get(document.tokens[at].fold) if at >= 0 else None
    if way is None:
        return then
    found = next((found for found in document.periods_in(at - 3, at) if found.last == at), None)
    if found is None or found.kind != "duration":
        return then if document.readings[at - 1][0].case != "Ins" else None  # "napokkal azután"
    first = then.period.first
    if found.days is None or then.period.days != 1 or first is None:
        return None
    day = first + timedelta(days=found.days if way == "later" else -found.days)
    return When(Period.day(day), document.span(found.first, at + 1))


def _is_over(document: Document, period: Period) -> bool:
    """Whether a period ended before the day of publication: no date of what lies ahead."""
    return document.published is not None and period.last is not None and period.last < document.published


def date_inside(document: Document, phrase: Phrase, *, future: bool) -> When | None:
    """The date in an event's own phrase: "márciusi látogatása", "péntekre tervezett találkozó"."""
    for found in document.periods_in(phrase.first, phrase.head):
        period = read(found, future=future)
        if found.kind == "date" and period is not None:
            return When(period, document.span(found.first, found.last))
    return None


def _finest(document: Document, clause: Clause, *, future: bool | None) -> When | None:
    """The most precise date of the clause; of equals the first."""
    known = [
        (found, period)
        for found in dated(document, clause)
        if (period := _read(document, found, future=future)) is not None
    ]
    if not known:
        return None
    for (one, first), (other, last) in pairwise(known):
        if _runs_on(document, one, first, other, last):
            return When(Period.between(first, last), document.span(one.first, other.last))
    found, period = min(known, key=lambda option: (_length(option[1]), option[0].first))
    return When(period, document.span(found.first, found.last))


def _runs_on(document: Document, one: FoundPeriod, first: Period, other: FoundPeriod, last: Period) -> bool:
    """Whether two days are told together and follow each other: "vasárnap és hétfőn"."""
    if other.first != one.last + 1 or document.readings[one.last][0].pos != "CCONJ":
        return False
    if first.days != 1 or last.days != 1 or first.first is None or last.first is None:
        return False
    return first.first + timedelta(days=1) == last.first


def _at_event(document: Document, clause: Clause) -> When | None:
    """The day told last, where the clause places itself at an event told before: "a tanácskozás elején"."""
    words = frame_lexicon("occasions").words
    around, parts = words["around"], words["parts"]
    for phrase in clause.phrases:
        if not phrase.definite or not (phrase.post in around or phrase.lemma in parts):
            continue
        day = clause.link is Link.MAIN and phrase.lemma in words["day"]
        if day or _names_event(document, phrase):
            found = document.last_date(clause.first)
            if found is not None and found.period is not None and found.period.days == 1:
                return When(found.period, document.span(phrase.first, phrase.last))
    return None


def _names_event(document: Document, phrase: Phrase) -> bool:
    nouns = frame_lexicon("occasions").words["events"]
    lemmas = (document.readings[at][0].lemma for at in range(phrase.first, phrase.head + 1))
    return any(tail(lemma, nouns) in nouns for lemma in lemmas)


def _read(document: Document, found: FoundPeriod, *, future: bool | None) -> Period | None:
    if future is not None:
        return read(found, future=future)
    options = [period for period in (found.period, found.future) if period is not None]
    return min(options, key=lambda period: _distance(period, document.published), default=None)


def _distance(period: Period, day: date | None) -> int:
    first = period.first or period.last
    return abs((first - day).days) if first is not None and day is not None else 0


def read(found: FoundPeriod, *, future: bool) -> Period | None:
    """A found date read backward or forward."""
    return found.future if future and found.future is not None else found.period


def _length(period: Period) -> int:
    return period.days if period.days is not None else 10**6


def places(document: Document, clause: Clause, cases: tuple[str, ...]) -> list[Where]:
    """The towns and countries that a clause tells in one of these cases, those that it names first."""
    found: list[Where] = []
    for phrase in _beside_verb(document, clause, clause.by_case(*cases)):
        found.extend(_of_phrase(document, phrase) or _of_other_side(document, clause, phrase))
    if not found:
        found.extend(_of_events(document, clause, cases))
    found = sorted(found, key=lambda where: not where.named) or _of_antecedent(document, clause)
    return found or (_there(document, clause) if cases == STATION else [])


def _there(document: Document, clause: Clause) -> list[Where]:
    """The place told before that "ott" takes up, also before a participle: "az ott tartózkodó elnök"."""
    words = frame_lexicon("occasions").words["there"]
    tokens = document.tokens
    if document.folds(clause).isdisjoint(words):
        first = clause.first
        if clause.predicate is None or clause.predicate.token != clause.last - 1 or first == 0:
            return []
        if tokens[first - 1].fold not in words:
            return []
    return told_before(document, clause)


def told_before(document: Document, clause: Clause) -> list[Where]:
    """The place told last before a clause, in its sentence or the one before."""
    at = document.sentence_of[clause.first]
    for sentence in reversed(document.sentences[max(0, at - 1) : at + 1]):
        for other in reversed(sentence.clauses):
            for phrase in reversed(other.by_case(*STATION, *GOAL)):
                if phrase.first < clause.first and (named := _of_phrase(document, phrase)):
                    return named[:1]
    return []


def _of_antecedent(document: Document, clause: Clause) -> list[Where]:
    """The place that "ahol", "ahová" takes up."""
    words = frame_lexicon("occasions").words["where"]
    if clause.opener < 0 or document.tokens[clause.opener].fold not in words or clause.parent is None:
        return []
    holder = next((phrase for phrase in clause.parent.phrases if phrase.head == clause.antecedent), None)
    return _of_phrase(document, holder) if holder is not None else []


def _beside_verb(document: Document, clause: Clause, phrases: Sequence[Phrase]) -> Sequence[Phrase]:
    """Those of the phrases that stand in the part of the verb, where another part has a subject of its own.

    In "X Bécsben, Y Prágában tárgyalt" the verb's part tells of Y alone.
    """
    predicate = clause.predicate
    if predicate is None or len(clause.parts) == 1:
        return phrases
    first, last = next((part for part in clause.parts if part[0] <= predicate.token < part[1]), (0, 0))
    readings = document.readings
    nominatives = (phrase for phrase in clause.by_case("Nom") if readings[phrase.head][0].pos in _NOUNS)
    subjects = [first <= phrase.head < last for phrase in nominatives]
    if all(subjects) or not any(subjects):
        return phrases
    return [phrase for phrase in phrases if first <= phrase.head < last] or phrases


def _of_events(document: Document, clause: Clause, cases: tuple[str, ...]) -> Iterator[Where]:
    """The town of an event that the clause happens at: "az új-delhi csúcstalálkozón"."""
    for phrase in clause.phrases:
        event = phrase.case in cases and (_is_event(phrase) or _of_event(document, phrase))
        where = adjectival_place(document, phrase) if event else None
        if where is not None and where.place:
            yield where


def _of_phrase(document: Document, phrase: Phrase) -> list[Where]:
    return list(_named_by(document, phrase))


def _of_other_side(document: Document, clause: Clause, phrase: Phrase) -> list[Where]:
    """What "a szomszédos országban", "az ország fővárosában" mean: the state that is not the subject's."""
    words = frame_lexicon("occasions").words
    capital = phrase.lemma in words["capital"] or tail(phrase.lemma, words["venues"]) in words["venues"]
    lemmas = {document.readings[at][0].lemma for at in range(phrase.first, phrase.head + 1)}
    if capital and lemmas & words["capital"] and not lemmas & words["country"]:
        return _of_dateline(document, phrase)
    if not lemmas & words["country"] or phrase.number == "Plur":
        return []
    subject = document.subject(clause)
    states = document.sentences[document.sentence_of[clause.first]].states
    others = [code for code in states if subject is not None and code not in subject.countries]
    if len(others) != 1 or len(states) != _PAIR:
        return []
    town = document.capitals.get(others[0]) if capital else None
    return [Where(town, others[0], document.span(phrase.first, phrase.last))]


def _of_dateline(document: Document, phrase: Phrase) -> list[Where]:
    """What "a fővárosban" means without a country: the capital that the article is written from."""
    town = document.layout.place
    country = next((code for code, name in document.capitals.items() if name == town), None)
    return [Where(town, country, document.span(phrase.first, phrase.last))] if country else []


def _named_by(document: Document, phrase: Phrase) -> Iterator[Where]:
    for mention in document.mentions_in(phrase.first, phrase.last, *_WHERE):
        if mention.head == phrase.head and not mention.adjectival:
            yield where_of(document, mention)
            return
    if tail(phrase.lemma, venues := frame_lexicon("occasions").words["venues"]) in venues:
        yield from _towns_inside(document, phrase)
        return
    if phrase.lemma in frame_lexicon("occasions").words["capital"]:
        for country in document.countries_in(phrase.first, phrase.last)[:1]:
            town = document.capitals.get(country)
            yield Where(town, country, document.span(phrase.first, phrase.last))


def _towns_inside(document: Document, phrase: Phrase) -> Iterator[Where]:
    """The town that a building or a district is in: "a Prága melletti repülőtéren", "a bécsi palotában"."""
    for mention in document.mentions_in(phrase.first, phrase.last, MentionKind.PLACE):
        where = where_of(document, mention)
        if where.place and where.country:
            yield where
            return


def where_of(document: Document, mention: Mention) -> Where:
    """A place mention as town and country."""
    country = mention.countries[0] if mention.countries else None
    town = mention.place or (mention.name if mention.kind is MentionKind.PLACE else None)
    if town is None and country is not None and document.capitals.get(country) == mention.name:
        town = mention.name  # a city that is a state: "Szingapúr"
    named = mention.kind is not MentionKind.INSTITUTION
    return Where(town, country, document.span(mention.first, mention.last), named)


def adjectival_place(document: Document, phrase: Phrase) -> Where | None:
    """The place inside a noun's phrase told by an adjective: "moszkvai látogatása", "dániai útja"."""
    return next(iter(adjectival_places(document, phrase)), None)


def adjectival_places(document: Document, phrase: Phrase) -> list[Where]:
    """The places inside a noun's phrase told by adjectives: "a bombayi és a delhi konzulátus"."""
    kinds = (MentionKind.PLACE, MentionKind.COUNTRY)
    inside = document.mentions_in(phrase.first, phrase.last, *kinds)
    return [where_of(document, mention) for mention in inside if mention.adjectival]
