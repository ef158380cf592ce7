"""Joining the segments of a sentence to clauses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress

from bilateral.hungarian.grammar import Grammar, grammar
from bilateral.hungarian.morphology import Reading
from bilateral.hungarian.predicates import build
from bilateral.hungarian.segments import Segment
from bilateral.hungarian.syntax import Clause, Link, Units
from bilateral.hungarian.tokens import Token, TokenKind
from bilateral.hungarian.verbs import Verbs

_PARENTHETICAL, _ADVERBIAL, _COMPLEMENT, _RELATIVE, _MAIN, _COORDINATE = (
    Link.PARENTHETICAL,
    Link.ADVERBIAL,
    Link.COMPLEMENT,
    Link.RELATIVE,
    Link.MAIN,
    Link.COORDINATE,
)
_PUNCT = TokenKind.PUNCT

_AFTER_VERB = 2
"""How far from its end a clause may hold the verb of saying that announces what follows."""

_CLIMB = 16
"""How many clauses up one is looked for that waits for its verb; nobody nests deeper."""

_KNOWN = 2
"""The words of an aside without a speaker: "mint ismert"."""

_CLOSING = frozenset({",", "–"})
"""What closes a reporting clause that is put into another."""


class Assembler:
    """Joins the segments of one sentence to clauses."""

    def __init__(
        self,
        tokens: Sequence[Token],
        readings: Sequence[Sequence[Reading]],
        units: Units,
        folds: Sequence[str],
        forms: Sequence[str],
        first: int,
    ) -> None:
        self.tokens = tokens
        self.folds = folds
        """The words of the sentence, folded."""
        self.first = first
        self.readings = readings
        self.finder = Verbs(tokens, readings, units, forms)
        self.words: Grammar = grammar()
        self.found: list[Clause] = []
        """The clauses so far, in order."""
        self.verbs: dict[int, list[int]] = {}
        """The finite verbs of each clause, by its ``id``."""
        self.tops: dict[int, Clause] = {}
        """The clause that each clause hangs on in the end, by its ``id``."""
        self.current: Clause | None = None
        self.held: Clause | None = None
        self.bound = units.inside

    def take(self, segment: Segment) -> None:
        """Give a segment to the clauses that its pieces belong to.

        It is cut at conjunctions that join two clauses and before subordinators.
        """
        start, before = segment.first, segment.before
        verbs = self.finder.finite(segment.first, segment.last)
        inner = self.folds[start + 1 - self.first : segment.last - self.first]
        for index in compress(range(start + 1, segment.last), map(self.words.joining.__contains__, inner)):
            if self._cuts(start, index, segment.last, verbs):
                own = [verb for verb in verbs if start <= verb < index]
                self._add(Segment(start, index, before, "&", segment.quoted), own)
                start, before = index, "&"
        if start == segment.first:
            self._add(segment, verbs)
            return
        verbs = [verb for verb in verbs if verb >= start]
        self._add(Segment(start, segment.last, before, segment.after, segment.quoted), verbs)

    def _cuts(self, start: int, index: int, last: int, verbs: Sequence[int]) -> bool:
        """Whether the conjunction at ``index`` begins a piece; ``verbs``: those of the segment, in order."""
        fold, before = self.tokens[index].fold, self.tokens[index - 1].fold
        if before in self.words.complement and fold in self.words.adverbial:
            return True
        passed = bisect_left(verbs, index)
        seen = passed > 0 and verbs[passed - 1] >= start
        if fold in self.words.complement:
            return before not in self.words.coordinating and seen
        if fold not in self.words.coordinating or self.bound[index] or not seen:
            return False
        return passed < len(verbs) or (index + 1 < last and self._subordinates(index + 1))

    def _subordinates(self, index: int) -> bool:
        lemma = self.readings[index][0].lemma if self.readings[index] else ""
        return self.words.subordinates(self.tokens[index].fold, lemma)

    def _opener(self, segment: Segment) -> int:
        """The subordinator of a segment: its first word, or the second after a conjunction."""
        for index in range(segment.first, min(segment.last, segment.first + 2)):
            if self._subordinates(index):
                return index
            if self.tokens[index].fold not in self.words.coordinating:
                break
        return -1

    def _add(self, segment: Segment, verbs: list[int]) -> None:
        """Give a piece to the clause that it belongs to; one without any word belongs to none."""
        if self.found and not verbs and not self._has_word(segment):
            return
        if self.held is not None and segment.before == "–":
            self.current, self.held = self.held, None
        verbs = verbs or self.finder.promoted(segment)
        if self.current is not None and self._reports(segment, verbs):
            self._interpose(segment, self.current, verbs)
            return
        opener = self._opener(segment)
        if opener >= 0:
            link, host = self._link(opener), self._host(segment)
            if opener > segment.first and link is Link.COMPLEMENT:
                host = self._shared(host)
            self._new(segment, link, host, verbs, opener=opener)
        elif verbs:
            self._with_verb(segment, verbs)
        else:
            self._without_verb(segment)

    def _has_word(self, segment: Segment) -> bool:
        return any(self.tokens[index].kind is not _PUNCT for index in range(segment.first, segment.last))

    def _interpose(self, segment: Segment, host: Clause, verbs: list[int]) -> None:
        """Open a reporting clause; after a dash it lasts, with what hangs on it, until the next dash."""
        by_dash = segment.before == "–"
        self._new(segment, _PARENTHETICAL, host, verbs, keep=not by_dash)
        if by_dash:
            self.held = host

    def _reports(self, segment: Segment, verbs: Sequence[int]) -> bool:
        """Whether it is a reporting clause put into or after another: "– mondta X –", ", tette hozzá,"."""
        if not verbs or segment.before not in (",", "–", '"') or (segment.quoted and segment.before != "–"):
            return False
        if self.tokens[segment.first].fold in self.words.parenthetical:
            known = segment.last - segment.first == _KNOWN
            return segment.after in _CLOSING and (known or self._reporting(verbs[-1], segment))
        if segment.first != verbs[0] or not self._reporting(verbs[0], segment) or self._resumes(segment):
            return False
        return segment.before != "," or segment.after in _CLOSING or self._ends_with_speaker(segment)

    def _resumes(self, segment: Segment) -> bool:
        """Whether it is the verb of a main clause that another interrupts: "X, aki …, közölte, hogy …"."""
        if segment.before != "," or segment.after != "," or segment.last + 1 >= len(self.tokens):
            return False
        announces = self.tokens[segment.last + 1].fold in self.words.complement
        return announces and self._lacking() not in (None, self.current)

    def _ends_with_speaker(self, segment: Segment) -> bool:
        """Whether the last words of a sentence only name who said the rest: "…, mondta az elnök."."""
        inner = (
            self.readings[index][0]
            for index in range(segment.first + 1, segment.last)
            if self.readings[index]
        )
        cases = {reading.case for reading in inner if reading.pos in ("NOUN", "PROPN", "PRON")}
        return not segment.after and "Nom" in cases and "Acc" not in cases

    def _reporting(self, at: int, segment: Segment) -> bool:
        span = list(range(segment.first, segment.last))
        return build(self.tokens, self.readings, span, at, self.words).lemma in self.words.reporting

    def _host(self, segment: Segment) -> Clause | None:
        """What a subordinate clause hangs on: an inserted clause that announces it, else the current one."""
        inserted = self.found[-1] if self.found else None
        if inserted is not None and inserted.link is _PARENTHETICAL and segment.before == ",":
            last = self.tokens[inserted.last - 1].fold
            if last in self.words.temporal:
                return inserted
        return self.current

    def _shared(self, clause: Clause | None) -> Clause | None:
        """What the second of two coordinated "hogy" hangs on: the same as the first."""
        above = clause
        for _ in range(_CLIMB):
            if above is None or above.parent is None:
                break
            if above.link is Link.COMPLEMENT:
                return above.parent
            above = above.parent
        return clause

    def _link(self, opener: int) -> Link:
        """How the clause that a word opens hangs on another; "azután, hogy" tells when."""
        fold = self.tokens[opener].fold
        if fold in self.words.complement:
            ahead = self.tokens[opener - 2].fold if opener > 1 else ""
            return _ADVERBIAL if ahead in self.words.temporal else _COMPLEMENT
        return _ADVERBIAL if fold in self.words.adverbial else _RELATIVE

    def _with_verb(self, segment: Segment, verbs: list[int]) -> None:
        open_clause = self._lacking() if segment.before != ":" else None
        if open_clause is not None and open_clause.quoted == segment.quoted:
            if self._says_more(open_clause, segment, verbs):
                self._new(segment, Link.COORDINATE, open_clause.parent, verbs)
            else:
                self._join(open_clause, segment, verbs)
                self._set_against(open_clause, segment)
        elif self.current is None:
            self._new(segment, _MAIN, None, verbs)
        elif (
            self._announces(self.current, segment)
            and not self._goes_on(segment)
            and not self._contrasts(segment, verbs)
        ):
            self._new(segment, _COMPLEMENT, self.current, verbs)
        elif self._fronted(segment):
            self._follow(segment, verbs)
        elif segment.before in (":", ";", "–", '"', "(") or self.current.quoted != segment.quoted:
            self._new(segment, _MAIN, None, verbs)
        else:
            self._new(segment, _COORDINATE, self.current, verbs)

    def _says_more(self, clause: Clause, segment: Segment, verbs: Sequence[int]) -> bool:
        """Whether what follows a reported clause without a verb is said by its speaker, not in it.

        As in "kijelentette, hogy a kapcsolat nem új, és méltatta vendégét".
        """
        return (
            clause.link is Link.COMPLEMENT
            and self._goes_on(segment)
            and verbs[0] == segment.first + 1
            and self._reporting(verbs[0], segment)
        )

    def _contrasts(self, segment: Segment, verbs: Sequence[int]) -> bool:
        """Whether somebody else's words are set against those before: "…, Y pedig üdvözölte a döntést"."""
        words = self.words.contrasting
        if segment.before != "," or not self._reporting(verbs[0], segment):
            return False
        return any(self.tokens[index].fold in words for index in range(segment.first + 1, verbs[0]))

    def _set_against(self, clause: Clause, segment: Segment) -> None:
        """Make a clause that only seemed to be reported, for want of its verb, one beside the other."""
        verbs = self.verbs[id(clause)]
        if clause.link is Link.COMPLEMENT and clause.opener < 0 and self._contrasts(segment, verbs[-1:]):
            clause.link = Link.COORDINATE

    def _fronted(self, segment: Segment) -> bool:
        """Whether the clauses so far hang on one that begins here: "Ha nem egyeznek meg, a bíróság dönt."."""
        top = self.tops[id(self.current)] if self.current is not None else None
        leads = top is not None and top.parent is None and top.link in (_ADVERBIAL, _RELATIVE)
        return leads and segment.before == "," and not self._coordinated(segment)

    def _goes_on(self, segment: Segment) -> bool:
        """Whether a conjunction after a comma tells what came next: "akit üdvözölt, majd tárgyalt vele"."""
        return segment.before == "," and self._coordinated(segment)

    def _coordinated(self, segment: Segment) -> bool:
        return self.tokens[segment.first].fold in self.words.coordinating

    def _follow(self, segment: Segment, verbs: list[int]) -> None:
        """Open the main clause of a subordinate one that stands before it."""
        before = self.tops[id(self.current)]
        self._new(segment, _MAIN, None, verbs)
        before.parent = self.current

    def _without_verb(self, segment: Segment) -> None:
        target = self._lacking() or self.current
        reporting = self.found[-1] if self.found else None
        if reporting is not None and reporting.link is _PARENTHETICAL and segment.before == ",":
            target = reporting
            if self.held is None and reporting.parent is not None and not self.verbs[id(reporting.parent)]:
                self._join(reporting.parent, segment, [])
                return
        colon = segment.before in (":", ";") and target is not None and bool(self.verbs[id(target)])
        if target is not None and self._announces(target, segment):
            self._new(segment, _COMPLEMENT, target, [])
        elif target is None or colon or target.quoted != segment.quoted:
            self._new(segment, _MAIN, None, [])
        else:
            self._join(target, segment, [])

    def _announces(self, clause: Clause, segment: Segment) -> bool:
        """Whether the clause ends in a verb of saying: what follows is what was said."""
        verbs = self.verbs[id(clause)]
        near = clause.last - verbs[-1] <= _AFTER_VERB if verbs else False
        if not near or segment.before not in (",", ":") or clause.quoted != segment.quoted:
            return False
        return self._reporting(verbs[-1], Segment(clause.first, clause.last, "", "", clause.quoted))

    def _lacking(self) -> Clause | None:
        """The nearest clause, from the current one up, that still waits for its verb."""
        clause = self.current
        for _ in range(_CLIMB):
            if clause is None:
                break
            if not self.verbs[id(clause)] and not self._is_nominal(clause):
                return clause
            clause = clause.parent if clause.link is not _PARENTHETICAL else None
        return None

    def _is_nominal(self, clause: Clause) -> bool:
        """Whether a relative clause inside a verbless one needs no verb itself: "amely ötven oldalas"."""
        host = clause.parent
        if clause.link is not _RELATIVE or host is None or self.verbs[id(host)] or clause.opener < 0:
            return False
        subject, predicate = self.readings[clause.opener], self.readings[clause.last - 1]
        return _is_nominative(subject) and clause.last - 1 > clause.opener and _is_nominative(predicate)

    def _join(self, clause: Clause, segment: Segment, verbs: list[int]) -> None:
        clause.extend(segment.first, segment.last)
        self.verbs[id(clause)].extend(verbs)
        if clause.link is not _PARENTHETICAL or self.held is not None:
            self.current = clause

    def _new(
        self,
        segment: Segment,
        link: Link,
        parent: Clause | None,
        verbs: list[int],
        *,
        opener: int = -1,
        keep: bool = False,
    ) -> None:
        clause = Clause([(segment.first, segment.last)], link, parent, opener, quoted=segment.quoted)
        clause.conjunction = self.tokens[opener].fold if opener >= 0 else ""
        self.found.append(clause)
        self.verbs[id(clause)] = verbs
        self.tops[id(clause)] = self.tops[id(parent)] if parent is not None else clause
        if not keep:
            self.current = clause


def _is_nominative(readings: Sequence[Reading]) -> bool:
    return bool(readings) and readings[0].case == "Nom"
