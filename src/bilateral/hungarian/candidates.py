"""The readings of a word form without its context, by lists, endings and the rules for names."""

from __future__ import annotations

import functools
import re

import attrs

from bilateral.hungarian import names, suffixes, tagger
from bilateral.hungarian.readings import Reading, reading_of
from bilateral.hungarian.tagger import Guess
from bilateral.hungarian.tokens import TokenKind

Shares = dict[Reading, float]
"""Readings with their probabilities."""

_MOST = 6
"""Readings kept of a form."""
_LISTED_COMMON = 0.8
"""How often a capital at the start of a sentence hides a common word, where both are listed."""
_UNKNOWN_COMMON, _COMMON_IF_WORD_IS_KNOWN, _COMMON_IF_NAME_IS_KNOWN = 0.6, 0.95, 0.25
"""How often it does where neither is; where the lemma of one is."""
_LONGEST_ACRONYM = 5
_TRUST_IN_RULES = 0.6
"""Weight of the rules for names against the statistics of endings, for short endings."""
_EVIDENCE = 3.0
"""Logarithm by which a name gains if it stands elsewhere in the text."""
_MADE_OF_COMMON = 0.65
"""How often a name that looks like a listed common word is one."""
_CAPITALISED_COMMON = 0.2
"""What statistics of capitalised words count for where they see no name."""
_VOWELS = frozenset("aáeéiíoóöőuúüűyäâëø")
_ATTESTED = 15.0
"""What a reading gains if its lemma is a word that the table knows."""
_TWIN, _TWIN_OF_LISTED = 0.25, 0.05
"""What a form seen as past tense only counts as participle, and the other way round."""
_OTHER_SPELLING = 0.04
_SHORTEST_STEM = 4
_ELIDED = "eoö"
_PAST_OF_KNOWN = 2.0
"""What a regular past tense, or a third person plural, of a known verb counts where statistics see none."""
_NEXT_WAY = 0.2


@attrs.define(eq=False)
class Candidates:
    """The readings of a form, with what the context model needs.

    Attributes:
        readings: the most probable first.
        states: the context model's state of each reading.
        scored: each state with the logarithm of its probability.
        names: names among the lemmas that the rest of the text may confirm.
        is_ambiguous: whether there is more than one reading.
    """

    readings: tuple[Reading, ...]
    states: tuple[int, ...]
    scored: tuple[tuple[int, float], ...]
    names: tuple[str, ...]
    is_ambiguous: bool

    def led_by(self, index: int) -> tuple[Reading, ...]:
        """The readings with that of ``index`` first."""
        if not index:
            return self.readings
        return (self.readings[index], *self.readings[:index], *self.readings[index + 1 :])


@functools.lru_cache(maxsize=1 << 16)
def candidates(form: str, kind: TokenKind, initial: bool) -> Candidates:  # noqa: FBT001 - a key of the cache
    """The candidates of a token; ``initial``: a sentence starts with it, so that a capital means little."""
    weight = _TWIN_OF_LISTED if form in tagger.table().forms else _TWIN
    shares = _with_twins(form, _shares(form, kind, initial=initial), weight) or {Reading(form, "X"): 1.0}
    ranked = sorted(shares.items(), key=lambda item: -item[1])[:_MOST]
    bare_too = initial and form.lower() not in tagger.table().forms
    return _candidates([(reading, tagger.log(share)) for reading, share in ranked], bare_too=bare_too)


@functools.lru_cache(maxsize=1 << 16)
def of_word(form: str) -> Candidates:
    """The candidates of a word within a sentence: what is asked for most, found by the form alone."""
    return candidates(form, TokenKind.WORD, False)  # noqa: FBT003


@functools.lru_cache(maxsize=1 << 14)
def confirmed(form: str, kind: TokenKind, initial: bool, name: str) -> Candidates:  # noqa: FBT001 - as above
    """The candidates in a text where ``name`` stands elsewhere."""
    found = candidates(form, kind, initial)
    scored = [
        (reading, score + _EVIDENCE * (reading.pos == "PROPN" and reading.lemma == name))
        for reading, (_, score) in zip(found.readings, found.scored, strict=True)
    ]
    return _candidates(sorted(scored, key=lambda pair: -pair[1]), bare_too=False)


def _candidates(scored: list[tuple[Reading, float]], *, bare_too: bool) -> Candidates:
    states = tuple([_state(reading) for reading, _ in scored])
    names = [
        reading.lemma
        for reading, _ in scored
        if reading.pos == "PROPN" and (reading.case != "Nom" or bare_too)
    ]
    return Candidates(
        readings=tuple([reading for reading, _ in scored]),
        states=states,
        scored=tuple([(state, score) for state, (_, score) in zip(states, scored, strict=True)]),
        names=tuple(names),
        is_ambiguous=len(states) > 1,
    )


def _state(reading: Reading) -> int:
    """The state of a reading in the context model."""
    states = tagger.table().states
    if reading.case:
        name = _nominal_state(reading.pos, reading.case, reading.number, reading.possessor)
    else:
        name = _other_state(reading.pos, reading.form, reading.mood, reading.person, reading.definite)
    unseen = states["X"]
    return states.get(tagger.lexical(name, reading.lemma), states.get(name, unseen))


# the tag of a reading as the table writes it, as far as the context model looks at it


@functools.lru_cache(maxsize=1 << 11)
def _nominal_state(pos: str, case: str, number: str, possessor: str) -> str:
    return tagger.state(f"{pos}|{case}|{number[:1]}|{possessor}||")


@functools.lru_cache(maxsize=1 << 10)
def _other_state(pos: str, form: str, mood: str, person: str, definite: str) -> str:
    if form == "Fin":
        return tagger.state(f"VERB|{mood}||{person}|{definite}")
    return tagger.state(f"{pos}|{form}" if form else pos)


def _shares(form: str, kind: TokenKind, *, initial: bool) -> Shares:
    if not form[-1].isalpha():
        return _without_ending(form, kind, initial=initial)
    listed = _listed(form, initial=initial)
    if listed:
        return _with_other_spellings(listed)
    asked = _asked(form, kind, initial=initial)
    if asked:
        return asked
    compound = _COMPOUND.fullmatch(form)
    if compound and not names.long_stems(form):
        return _compound(*compound.groups())
    if kind is not TokenKind.WORD or not form[0].isupper():
        return _guessed(form, capital=False)
    return _capitalised(form, initial=initial)


_QUESTION = "-e"


def _asked(form: str, kind: TokenKind, *, initial: bool) -> Shares:
    """The finite verbs that a form with the particle of questions can be: megszavazza-e."""
    if not form.endswith(_QUESTION) or not form[:-2].isalpha():
        return {}
    shares = _shares(form[:-2], kind, initial=initial)
    return {reading: share for reading, share in shares.items() if reading.form == "Fin"}


_ROMAN = re.compile(r"[IVXLCDM]+\.")
_COMPOUND = re.compile(r"([^\W\d_a-záéíóöőúüű][\w-]*-)([a-záéíóöőúüű]{4,})")
"""A name and a common noun: NATO-főtitkárral, Facebook-oldalán."""


def _compound(name: str, noun: str) -> Shares:
    """The readings of the last part, with the whole word's lemma."""
    return {
        attrs.evolve(
            reading, lemma=name + reading.lemma, pos="PROPN" if reading.pos == "NOUN" else reading.pos
        ): share
        for reading, share in _shares(noun, TokenKind.WORD, initial=False).items()
    }


def _without_ending(form: str, kind: TokenKind, *, initial: bool) -> Shares:
    """Marks, numbers in digits, Roman ordinals, abbreviations."""
    if kind in (TokenKind.PUNCT, TokenKind.SYMBOL):
        return {Reading(form, "PUNCT"): 1.0}
    if form[-1] == "." and (kind is TokenKind.NUMBER or _ROMAN.fullmatch(form)):
        return {Reading(form[:-1], "ADJ", "Nom", "Sing"): 1.0}
    if kind is TokenKind.NUMBER:
        return {Reading(form, "NUM", "Nom", "Sing"): 1.0}
    return _listed(form, initial=initial) or {Reading(form, "X"): 1.0}


def _readings(form: str, guesses: tuple[Guess, ...]) -> Shares:
    shares: Shares = {}
    for label, probability in guesses:
        reading = reading_of(form, label)
        shares[reading] = shares.get(reading, 0) + probability
    return shares


def _guessed(form: str, *, capital: bool) -> Shares:
    """The readings of an unknown form by its ending."""
    shares = _readings(form, tagger.table().guess(form, capital=capital))
    whole = "-" in form
    weighed = {
        reading: share * (_ATTESTED if _is_attested(reading) else 1)
        for reading, share in shares.items()
        if whole or _is_word(reading.lemma)
    }
    total = sum(weighed.values())
    found = {reading: share / total for reading, share in weighed.items()}
    finite = any(reading.form == "Fin" and _is_attested(reading) for reading in found)
    return found if finite or capital else {**_past_of_known(form), **_present_of_known(found), **found}


def _past_of_known(form: str) -> Shares:
    """The past tense of a verb that the table knows in other forms only: "üzente" of "üzen"."""
    verbs = tagger.table().verbs
    for ending, (person, definite) in suffixes.past_tenses().items():
        stem = form.removesuffix(ending)
        if stem == form or len(stem) < _SHORTEST_STEM:
            continue
        lemma = next((lemma for lemma in _present_stems(stem) if lemma in verbs), "")
        if lemma:
            told = Reading(lemma, "VERB", form="Fin", mood="Ind", tense="Past", person=person)
            return {attrs.evolve(told, definite=definite, verb=lemma): _PAST_OF_KNOWN}
    return {}


def _present_of_known(found: Shares) -> Shares:
    """The third person plural of a known verb that looks like a dative: "exportálnak"."""
    verbs = tagger.table().verbs
    for noun in found:
        if noun.case == "Dat" and not noun.possessor and noun.lemma in verbs and not _is_attested(noun):
            told = Reading(noun.lemma, "VERB", form="Fin", mood="Ind", tense="Pres", person="3P")
            return {attrs.evolve(told, definite="Ind", verb=noun.lemma): _PAST_OF_KNOWN}
    return {}


def _present_stems(stem: str) -> tuple[str, ...]:
    """The verbs whose past tense may stand on a stem: "bizakod-" of "bizakodik", "összegz-" of "összegez"."""
    return (stem, f"{stem}ik", *(f"{stem[:-1]}{vowel}{stem[-1]}" for vowel in _ELIDED))


def _is_attested(reading: Reading) -> bool:
    """Whether the table knows the lemma as a word of that part of speech."""
    table = tagger.table()
    if reading.pos == "VERB":
        return reading.preverb != "" or reading.lemma in table.verbs
    if reading.pos == "PROPN":
        return any(guess.label.tag.startswith("PROPN|Nom") for guess in table.known(reading.lemma))
    return any(guess.label.tag.startswith(("NOUN", "ADJ")) for guess in table.known(reading.lemma))


def _is_word(lemma: str) -> bool:
    """Whether the ending left a stem; numbers and abbreviations need no vowel."""
    return not (lemma.isalpha() and lemma.islower()) or (len(lemma) > 1 and not _VOWELS.isdisjoint(lemma))


def _mixed(one: Shares, other: Shares, share: float) -> Shares:
    """``share`` of one and the rest of the other; all of one of them if the other is empty."""
    if not one or not other:
        return one or other
    mixed = {reading: share * probability for reading, probability in one.items()}
    for reading, probability in other.items():
        mixed[reading] = mixed.get(reading, 0) + (1 - share) * probability
    return mixed


def _listed(form: str, *, initial: bool) -> Shares:
    """The readings of a listed form; of its lower case too where capitals mean little."""
    model = tagger.table()
    exact = _readings(form, model.known(form))
    capitals = len(form) > 1 and form.isupper()
    if not form[:1].isupper() or not (initial or capitals):
        return exact
    lower = _readings(form.lower(), model.known(form.lower()))
    return exact if exact and capitals else _mixed(lower, exact, _LISTED_COMMON)


def _capitalised(form: str, *, initial: bool) -> Shares:
    """The readings of an unknown capitalised word."""
    proper = _as_name(form, _guessed(form, capital=True))
    if not initial:
        return _mixed(_from_common(form), proper, _MADE_OF_COMMON)
    shouted = form.isupper() and len(form) > _LONGEST_ACRONYM
    if form[1:] != form[1:].lower() and not shouted:
        return proper
    common = _guessed(form, capital=False)
    return _mixed(common, proper, _share_of_common(common, proper))


def _share_of_common(common: Shares, proper: Shares) -> float:
    """How likely an unknown capitalised word at the start of a sentence is a common word."""
    if any(reading.pos == "PROPN" and _is_attested(reading) for reading in proper):
        return _COMMON_IF_NAME_IS_KNOWN
    known = any(_is_attested(reading) for reading in common)
    return _COMMON_IF_WORD_IS_KNOWN if known else _UNKNOWN_COMMON


def _from_common(form: str) -> Shares:
    """Names that are common words: Barátság, Népköztársaságban; what has no case stays as it is."""
    shares: Shares = {}
    for reading, share in _readings(form.lower(), tagger.table().known(form.lower())).items():
        if reading.case:
            lemma = _recased(reading.lemma, form)
            named = Reading(lemma, "PROPN", reading.case, reading.number, reading.possessor)
            shares[named] = shares.get(named, 0) + share
        else:
            shares[reading] = share
    return shares


def _recased(lemma: str, form: str) -> str:
    """``lemma`` with the capitals of ``form``, as far as they have the same letters."""
    same = tagger.common_start(form.lower(), lemma)
    return form[:same] + lemma[same:]


def _as_name(form: str, guessed: Shares) -> Shares:
    """Statistics of endings and the rules for names together: rules alone where the ending is a long one."""
    inflected = names.long_stems(form)
    if inflected:
        return _ranked_names(form, inflected)
    inflected = names.short_stems(form)
    allowed = {*inflected, names.Inflection(form, "Nom")}
    kept = {
        reading: share if reading.pos == "PROPN" else share * _CAPITALISED_COMMON
        for reading, share in guessed.items()
        if reading.pos != "PROPN" or reading.possessor or (reading.lemma, reading.case) in allowed
    }
    return _mixed(_ranked_names(form, inflected), kept, _TRUST_IN_RULES)


def _ranked_names(form: str, inflected: tuple[names.Inflection, ...]) -> Shares:
    """Each way to take the name apart counts a fifth of the way before it; listed names come first."""
    share = names.share_inflected(form)
    readings = [Reading(stem, "PROPN", case, "Sing") for stem, case in inflected]
    readings.sort(key=_is_attested, reverse=True)
    weights = [_NEXT_WAY**rank for rank in range(len(readings))]
    shares = {Reading(form, "PROPN", "Nom", "Sing"): 1 - share}
    for reading, weight in zip(readings, weights, strict=True):
        shares[reading] = share * weight / sum(weights)
    return shares


def _with_twins(form: str, shares: Shares, weight: float) -> Shares:
    """Past participle and past tense look alike in the third person singular: both for either."""
    twins: Shares = {}
    for reading, share in shares.items():
        if reading.form == "PartPast" and reading.verb and (reading.case, reading.number) == ("Nom", "Sing"):
            twins[_past_tense(reading)] = share * weight
        elif reading.tense == "Past" and (reading.person, reading.definite) == ("3S", "Ind"):
            twins[_past_participle(form, reading)] = share * weight
    return {**twins, **shares}


def _past_tense(participle: Reading) -> Reading:
    return Reading(
        participle.verb,
        "VERB",
        preverb=participle.preverb,
        form="Fin",
        mood="Ind",
        tense="Past",
        person="3S",
        definite="Ind",
        verb=participle.verb,
    )


def _past_participle(form: str, verb: Reading) -> Reading:
    return Reading(form.lower(), "ADJ", "Nom", "Sing", preverb=verb.preverb, form="PartPast", verb=verb.lemma)


def _with_other_spellings(shares: Shares) -> Shares:
    """Both spellings of names in -o/-ó before an ending: Ficóval is Fico or Ficó."""
    others = {
        attrs.evolve(reading, lemma=lemma): _OTHER_SPELLING
        for reading in shares
        if reading.pos == "PROPN" and reading.case != "Nom" and reading.lemma[-1:] in names.TWO_SPELLINGS
        for lemma in names.spellings(reading.lemma[:-1] + names.TWO_SPELLINGS[reading.lemma[-1]])
    }
    return {**others, **shares}
