"""The countries that a figure concerns, and from which to which the goods, the money or the people go."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import attrs

from bilateral.hungarian.clauses import Clause, Link
from bilateral.hungarian.lexicon import lexicon
from bilateral.hungarian.phrases import Phrase
from bilateral.model.text import Span
from bilateral.reading.document import Document
from bilateral.reading.economy.cues import lemma, own_subject
from bilateral.reading.economy.figures import Figure
from bilateral.reading.economy.lexicon import Flow, economy
from bilateral.reading.economy.pairs import PAIR, Pairs
from bilateral.reading.referents import Mention, MentionKind
from bilateral.reading.sheet import nationalities

if TYPE_CHECKING:
    from bilateral.reading.economy.choice import Choice, Topic

_ALIKE = 3
_BY_CASE = {
    **dict.fromkeys(("Ill", "Sbl", "All", "Dat"), "goal"),
    **dict.fromkeys(("Ela", "Del", "Abl"), "source"),
    **dict.fromkeys(("Ine", "Sup"), "place"),
    **dict.fromkeys(("Nom", ""), "subject"),
    "Ins": "partner",
}
_LISTED = frozenset({"goal", "source", "subject", "place"})
_LENDERS = (MentionKind.ORGANIZATION, MentionKind.INSTITUTION)
_OWN = frozenset({"Nom", "", "Dat", "Gen"})
_COMPLETED = (Flow.INWARD, Flow.STAY, Flow.GOODS)


class Side(NamedTuple):
    """A country in its role around a figure, with the words that name it.

    Roles: ``owner`` (whose it is), ``subject``, ``goal``, ``source``, ``place``, ``partner``, ``transit``,
    ``other``.
    """

    country: str
    role: str
    span: Span


class Ends(NamedTuple):
    """Whence and where something goes."""

    origin: str | None = None
    destination: str | None = None


_NOWHERE = Ends()


@attrs.define(eq=False)
class Sides:
    """The countries of a figure.

    Attributes:
        countries: all concerned, in order.
        ends: origin and destination.
        spans: the words that name each country.
        explicit: the ends that the figure's own clause tells.
        named: whether the figure's clause names a country or says "kétoldalú", "a két ország" …, or its
            sentence names all of them.
    """

    countries: tuple[str, ...] = ()
    ends: Ends = _NOWHERE
    spans: dict[str, Span] = attrs.Factory(dict)
    explicit: Ends = _NOWHERE
    named: bool = False


def sides_of(pairs: Pairs, figure: Figure, choice: Choice, topic: Topic | None) -> Sides:
    """Who gives and who gets, and everybody concerned."""
    document = pairs.document
    clauses = [*_also(figure, choice), choice.clause]
    if choice.clause is not figure.clause:
        clauses.append(figure.clause)
    found = _nearest(
        document, figure, [side for clause in clauses for side in _sides(pairs, figure, choice, clause)]
    )
    mutual = _is_mutual(pairs, choice.clause)
    named = bool(found) or mutual
    found += [side for clause in clauses for side in _subject(document, clause)]
    said = _said_ends(pairs, figure, choice, found, topic)
    ends = _inherited(figure, choice, said, topic)
    before = topic.sides.countries if topic is not None and choice.cue is None else ()
    pair = _known_pair(pairs, figure, topic, presumed=mutual)
    countries = _concerned(ends, [side.country for side in found], before, pair)
    if choice.rule.flow in _COMPLETED and figure.unit_class != "count" and any(said):
        ends = _completed(ends, countries, both=not any(side.role == "transit" for side in found))
    spans = {side.country: side.span for side in reversed(found)}
    sentence = document.countries_in(figure.sentence.first, figure.sentence.last)
    return Sides(countries, ends, spans, said, named=named or set(countries) <= set(sentence))


def _known_pair(pairs: Pairs, figure: Figure, topic: Topic | None, *, presumed: bool) -> tuple[str, ...]:
    """The pair of the figure before in this sentence, else the text's, else that of the sentence before."""
    told = topic.sides.countries if topic is not None else ()
    distance = figure.sentence.index - topic.figure.sentence.index if topic is not None else 0
    if len(told) == PAIR and distance == 0:
        return told
    pair = pairs.at(figure.found.first, presumed=presumed)
    return told if not pair and len(told) == PAIR and distance == 1 else pair


def _nearest(document: Document, figure: Figure, found: list[Side]) -> list[Side]:
    """Of several countries in one role, those of the amount's stretch: "Indiába 22, Kínába 25"."""
    here = document.span(figure.first, figure.last)
    kept = []
    for side in found:
        alike = [other for other in found if other.role == side.role and side.role in _LISTED]
        close = [other for other in alike if other.span in here]
        several = len({other.country for other in alike}) >= PAIR and _is_listed(document, figure)
        if not several or side in close:
            kept.append(side)
    return sorted(kept, key=lambda side: side.span not in here)


def _is_listed(document: Document, figure: Figure) -> bool:
    """Whether the clause lists several amounts."""
    parts = figure.clause.parts
    return sum(1 for first, last in parts for _ in document.amounts_in(first, last)) > 1


def _inherited(figure: Figure, choice: Choice, said: Ends, topic: Topic | None) -> Ends:
    """The ends as said; where the measure is the topic's, or one gives more to the same, with the topic's."""
    if topic is None:
        return said
    before = topic.sides.ends
    if choice.cue is None:
        if not any(before):
            return before
        return Ends(said.origin or before.origin, said.destination or before.destination)
    if said.destination is None and _same_gift(figure, choice, topic):
        return Ends(said.origin, before.destination)
    return said


def _same_gift(figure: Figure, choice: Choice, topic: Topic) -> bool:
    """Whether the sentence goes on with what else the same receiver got."""
    gives = choice.rule.flow is Flow.OUTWARD and topic.choice.rule.flow is Flow.OUTWARD
    return gives and topic.figure.sentence is figure.sentence


def _concerned(
    ends: Ends, named: list[str], before: tuple[str, ...], pair: tuple[str, ...]
) -> tuple[str, ...]:
    """The ends, else whoever the clause names, else the pair that the text speaks of."""
    known = [code for code in ends if code]
    countries = tuple(dict.fromkeys([*known, *named, *before]))[: max(PAIR, len(set(known)))]
    if len(countries) < PAIR and (not countries or countries[0] in pair):
        return tuple(dict.fromkeys((*countries, *pair)))
    return countries


def _is_mutual(pairs: Pairs, clause: Clause) -> bool:
    """Whether a clause speaks of what is between two sides."""
    words = economy().words.mutual
    if any(lemma(pairs.document, at) in words for at in clause.words):
        return True
    groups = pairs.document.mentions_in(clause.first, clause.last, MentionKind.GROUP)
    return any(pairs.presumes(mention) for mention in groups)


def _sides(pairs: Pairs, figure: Figure, choice: Choice, clause: Clause) -> Iterator[Side]:
    """Every country that the clause names, with its role."""
    document = pairs.document
    for first, last in clause.parts:
        for mention in document.mentions_in(first, last):
            counted = figure.found.first <= mention.first < figure.found.last
            role = "owner" if counted else _role(document, choice, clause, mention)
            for country in pairs.of_mention(mention):
                yield Side(country, role, document.span(mention.first, mention.last))


def _subject(document: Document, clause: Clause) -> list[Side]:
    """The countries of the subject, that of the coordinated clause before where this one has none."""
    subject = document.subject(clause)
    if subject is not None:
        span = document.span(clause.first, clause.last)
        return [Side(country, "subject", span) for country in subject.countries]
    if clause.link is Link.COORDINATE and clause.parent is not None and not own_subject(document, clause):
        return _subject(document, clause.parent)
    return []


def _owner_range(choice: Choice) -> tuple[int, int]:
    """The words before the measure within its phrase: whose it is."""
    if choice.cue is None or choice.cue.verb:
        return (-1, -1)
    at = choice.cue.at
    phrase = _phrase_at(choice.clause, at)
    return (phrase.first, at) if phrase is not None else (at, at)


def _phrase_at(clause: Clause, token: int) -> Phrase | None:
    return next((phrase for phrase in clause.phrases if phrase.first <= token < phrase.last), None)


def _role(document: Document, choice: Choice, clause: Clause, mention: Mention) -> str:
    if mention.last < len(document.tokens) and document.tokens[mention.last].fold in economy().words.transit:
        return "transit"
    first, last = _owner_range(choice) if clause is choice.clause else (-1, -1)
    inside = first <= mention.first < last
    if mention.kind is MentionKind.NATIONALITY or mention.adjectival:
        return _adjective_role(document, choice, clause, mention, inside=inside)
    if inside and mention.case in _OWN:
        return "owner"
    if mention.case == "Ade":
        return "source" if mention.kind in _LENDERS else "other"
    return _phrase_role(clause, mention, mention.case)


def _adjective_role(
    document: Document, choice: Choice, clause: Clause, mention: Mention, *, inside: bool
) -> str:
    """An adjective of a people tells whose it is; one of a land may tell where it is."""
    land = mention.kind is not MentionKind.NATIONALITY or _is_land(document, mention)
    if land and (choice.rule.flow is Flow.STAY or not inside):
        return "place"
    if inside:
        return "owner"
    phrase = _phrase_at(clause, mention.first)
    return _phrase_role(clause, mention, phrase.case) if phrase is not None else "other"


def _phrase_role(clause: Clause, mention: Mention, case: str) -> str:
    """The role that case gives; a postposition takes it away, or makes it the receiver's."""
    phrase = _phrase_at(clause, mention.first)
    if phrase is None or not phrase.post:
        return _BY_CASE.get(case, "other")
    return "goal" if phrase.post in economy().words.goal_posts else "other"


def _is_land(document: Document, mention: Mention) -> bool:
    """Whether it is made of the country's name and there is a shorter one of the people: "oroszországi"."""
    fold = document.tokens[mention.head].fold
    return fold.endswith("i") and any(
        _shorter(fold, word) for code in mention.countries for word in _peoples(code)
    )


def _shorter(fold: str, other: str) -> bool:
    return len(other) < len(fold) and not other.endswith("i") and other[:_ALIKE] == fold[:_ALIKE]


@functools.lru_cache(maxsize=512)
def _peoples(code: str) -> tuple[str, ...]:
    known = nationalities(lexicon())
    return tuple(word for word, codes in known.items() if codes[:1] == (code,))


def _first(found: Iterable[Side], *roles: str, but: str | None = None) -> str | None:
    for role in roles:
        for side in found:
            if side.role == role and side.country != but:
                return side.country
    return None


def _ends(choice: Choice, found: list[Side]) -> Ends:
    """Origin and destination by the flow of the measure."""
    flow = choice.rule.flow
    if flow in (Flow.GOODS, Flow.OUTWARD):
        return _inward(found) if _takes(choice) else _outward(found)
    if flow is Flow.INWARD:
        return _inward(found)
    if flow is Flow.STAY:
        destination = _first(found, "place", "goal")
        origin = _first(found, "owner", "subject", but=destination)
        if destination is None and _takes(choice):
            destination = _first(found, "subject", but=origin)
        return Ends(origin, destination)
    if flow is Flow.OWED:
        destination = _first(found, "owner", "subject")
        return Ends(_first(found, "goal", but=destination), destination)
    if flow is Flow.DUTY:
        destination = _first(found, "subject")
        return Ends(_first(found, "owner", "goal", "source", but=destination), destination)
    return Ends()


def _also(figure: Figure, choice: Choice) -> Iterator[Clause]:
    """Relative clauses that say more of the measure, and the clause that a verbless one goes on with."""
    before: Clause | None = None
    for clause in figure.sentence.clauses:
        if clause is choice.clause and clause.predicate is None and before is not None:
            yield before
        if clause.link is Link.RELATIVE and choice.cue is not None and clause.antecedent == choice.cue.at:
            yield clause
        before = clause


def _said_ends(pairs: Pairs, figure: Figure, choice: Choice, found: list[Side], topic: Topic | None) -> Ends:
    """The ends that the words tell: none of what is mutual, turned round for "az ellenkező irányú"."""
    words = economy().words
    first, last = _owner_range(choice)
    modifiers = {lemma(pairs.document, at) for at in range(max(first, 0), last)}
    if modifiers & (words.mutual | words.joint):
        return Ends()
    if modifiers & words.reverse and topic is not None:
        return Ends(topic.sides.ends.destination, topic.sides.ends.origin)
    return _at_home(pairs, figure, choice, _ends(choice, found))


def _at_home(pairs: Pairs, figure: Figure, choice: Choice, ends: Ends) -> Ends:
    """For "az országban", "hazájában": the other country of the pair than the one whose it is."""
    if choice.rule.flow is not Flow.STAY or ends.origin is None or ends.destination is not None:
        return ends
    for phrase in choice.clause.by_case("Ine", "Ill"):
        if phrase.lemma in economy().words.lands:
            pair = pairs.at(figure.found.first, presumed=True)
            return Ends(ends.origin, next((code for code in pair if code != ends.origin), None))
    return ends


def _takes(choice: Choice) -> bool:
    predicate = choice.clause.predicate
    return predicate is not None and predicate.lemma in economy().words.taking


def _outward(found: list[Side]) -> Ends:
    origin = _first(found, "owner", "source", "subject")
    return Ends(origin, _first(found, "goal", "place", but=origin))


def _inward(found: list[Side]) -> Ends:
    destination = _first(found, "owner", "goal", "subject")
    return Ends(_first(found, "source", but=destination), destination)


def _completed(ends: Ends, countries: tuple[str, ...], *, both: bool) -> Ends:
    """The other end, where only two countries are concerned; of goods in transit, not whence they come."""
    if len(countries) != PAIR or not any(ends):
        return ends
    origin = ends.origin
    if origin is None and both:
        origin = next(code for code in countries if code != ends.destination)
    return Ends(origin, ends.destination or next((code for code in countries if code != origin), None))
