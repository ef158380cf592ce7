"""How Hungarian writes it: words, forms, names, numbers, dates and clauses; nothing here knows of diplomacy.

The layer works on any Hungarian text and stands on its own. Its stages, each usable by itself:

=====================  ======================================================================================
module                 what it gives
=====================  ======================================================================================
``tokens``             tokens with offsets, and sentences
``morphology``         the readings of a word form: lemma, part of speech, case, possessor, verb features
``names``              the nominative and case of inflected names that no list knows
``lexicon``            countries, towns, organisations, offices, with yours if you extend it
``numerals``           numbers in digits, words and mixtures
``periods``            dates, spans, durations, relative to a reference day
``amounts``            money, shares, quantities, with their grammatical role
``values``             dates and amounts in one pass
``segments``           quotations, and what punctuation divides
``predicates``         finite verbs with preverb, auxiliary, tense, mood and polarity
``phrases``            nominal and postpositional phrases by case
``clauses``            all of these as clauses that hang on each other
``analysis``           everything at once: ``analyse_text``
=====================  ======================================================================================

Everything at once:

>>> from bilateral.hungarian.analysis import analyse_text
>>> analysis = analyse_text("A híd, amelyet Győrben terveztek, nem nyílik meg az ünnepre – közölte a város.")
>>> for clause in analysis.clauses():
...     predicate = clause.predicate
...     print(clause.link, predicate.lemma, predicate.tense, "denied" if predicate.negated else "stated")
...     for phrase in clause.phrases:
...         print("   ", phrase.case, analysis.words(phrase))
main megnyílik Pres denied
    Nom A híd
    Sbl az ünnepre
relative tervez Past stated
    Acc amelyet
    Ine Győrben
parenthetical közöl Past stated
    Nom a város

Stage by stage, with units of your own (here the words of a title, which nothing then divides):

>>> from bilateral.hungarian.clauses import clauses
>>> from bilateral.hungarian.morphology import tag
>>> from bilateral.hungarian.phrases import Unit, Units
>>> from bilateral.hungarian.tokens import sentences, tokenize
>>> text = "Tegnap mutatták be az Arany és kék című filmet."
>>> tokens = tokenize(text)
>>> ranges = sentences(text, tokens)
>>> readings = tag(tokens, ranges)
>>> units = Units.of([Unit(first=4, last=7, head=6, case="Nom", modifier=True)], len(tokens))
>>> [clause] = clauses(tokens, readings, *ranges[0], units=units)
>>> clause.predicate.lemma, [(phrase.case, phrase.lemma) for phrase in clause.phrases]
('bemutat', [('Acc', 'film')])
"""
