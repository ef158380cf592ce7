from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest

from bilateral.errors import DocumentError
from bilateral.exchange.annotation import (
    from_doccano,
    from_label_studio,
    label_studio_config,
    to_doccano,
    to_label_studio,
)
from bilateral.exchange.regions import labels, regions
from bilateral.model.article import Article
from bilateral.model.facts import FACT_TYPES, Plan, Statement
from bilateral.model.text import Evidence, Span
from tests.samples import TEXT, sample_article, span

Json = dict[str, Any]
EMOJI = "🌍 Ewa Nowak azt mondta, hogy jönnek 🌍 többen."


def article() -> Article:
    """The sample, with the facts that stand in its text."""
    return attrs.evolve(sample_article(), facts=[fact for fact in sample_article().facts if fact.evidence])


def exported(task: Json) -> Json:
    """What Label Studio makes of a task that was accepted as it is."""
    return {"id": 7, "data": task["data"], "annotations": [{"result": task["predictions"][0]["result"]}]}


def through_json(item: Json) -> Json:
    loaded: Json = json.loads(json.dumps(item))
    return loaded


def label_of(example: Json, label: str) -> list[Any]:
    (found,) = [item for item in example["label"] if item[2] == label]
    assert isinstance(found, list)
    return found


def test_what_nobody_changed_comes_back_the_same() -> None:
    assert from_label_studio(article(), through_json(exported(to_label_studio(article())))) == article()
    assert from_label_studio(article(), through_json(to_label_studio(article()))) == article()
    assert from_doccano(article(), through_json(to_doccano(article()))) == article()


def test_the_regions_have_their_words() -> None:
    task = to_label_studio(article(), id="a1")
    assert task["data"] == {"text": TEXT, "id": "a1"}
    words = {
        tuple(item["value"]["labels"]): item["value"]["text"] for item in task["predictions"][0]["result"]
    }
    assert words["visits.guest",] == "Ewa Nowak"
    assert words["agreements",] == "Vízügyi egyezményt írtak alá."


def test_a_resized_region_moves_the_words_and_keeps_the_value() -> None:
    example = to_doccano(article())
    label_of(example, "visits.guest")[1] += len(" lengyel elnök")
    visit = from_doccano(article(), example).visits[0]
    assert visit.evidence.fields["guest"] == (span("Ewa Nowak lengyel elnök"),)
    assert visit.guest == article().visits[0].guest


def test_a_moved_region_is_known_by_its_id() -> None:
    task = exported(to_label_studio(article()))
    (item,) = [
        item for item in task["annotations"][0]["result"] if item["value"]["labels"] == ["visits.guest"]
    ]
    place = span("lengyel elnök")
    item["value"] |= {"start": place.start, "end": place.end, "text": "lengyel elnök"}
    assert from_label_studio(article(), task).visits[0].evidence.fields["guest"] == (place,)


def test_verbatim_values_follow_their_words() -> None:
    example = to_doccano(article())
    label_of(example, "agreements.subject")[1] += len(" egyezményt")
    assert from_doccano(article(), example).agreements[0].subject == "Vízügyi egyezményt"


def test_a_verbatim_value_of_several_pieces_stays_one() -> None:
    text = "Jönnek, mondta, és maradnak."
    pieces = (Span(0, 6), Span(16, 27))
    said = Statement(
        content="Jönnek … és maradnak",
        evidence=Evidence.at(text, Span(0, len(text)), "statements.test", {"content": pieces}),
    )
    spoken = Article(text=text, facts=[said])
    example = to_doccano(spoken)
    example["label"][-1][0] += 3
    (changed,) = from_doccano(spoken, example).statements
    assert changed.content == "Jönnek … maradnak"


def test_without_its_region_an_attribute_has_no_words() -> None:
    example = to_doccano(article())
    example["label"].remove(label_of(example, "visits.guest"))
    visit = from_doccano(article(), example).visits[0]
    assert "guest" not in visit.evidence.fields
    assert visit.guest is not None


def test_a_fact_whose_evidence_was_taken_away_is_gone() -> None:
    example = to_doccano(article())
    example["label"] = [item for item in example["label"] if not item[2].startswith("agreements")]
    changed = from_doccano(article(), example)
    assert changed.agreements == ()
    assert len(changed.facts) == len(article().facts) - 1


def test_further_evidence_steps_in_for_the_first() -> None:
    told = Evidence.at(TEXT, span("Vízügyi egyezményt írtak alá."), "agreements.second", {})
    twice = attrs.evolve(
        article(),
        facts=[attrs.evolve(article().visits[0], further_evidence=[told])],
    )
    example = to_doccano(twice)
    example["label"] = [item for item in example["label"] if item[0] == told.span.start]
    (visit,) = from_doccano(twice, example).visits
    assert visit.evidence == told
    assert visit.further_evidence == ()


def test_a_new_region_goes_to_the_fact_in_whose_evidence_it_lies() -> None:
    example = to_doccano(article())
    place = span("kétnapos")
    example["label"].append([place.start, place.end, "visits.date"])
    assert from_doccano(article(), example).visits[0].evidence.fields["date"] == (place,)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Varsóból", "visits.guest"),
        ("kétnapos", "meetings.date"),
        ("érkezett", "plans"),
        ("kétnapos", "x.date"),
    ],
)
def test_a_new_region_without_its_fact_is_refused(words: str, label: str) -> None:
    example = to_doccano(article())
    example["label"].append([span(words).start, span(words).end, label])
    path = f"$.label[{len(example['label']) - 1}]"
    with pytest.raises(DocumentError, match=re.escape(path) + ": annotation"):
        from_doccano(article(), example)


def test_a_region_that_several_facts_share_is_given_once() -> None:
    visit = article().visits[0]
    shared = attrs.evolve(article(), facts=[visit, attrs.evolve(visit, place=None)])
    assert len(to_doccano(shared)["label"]) == len(to_doccano(attrs.evolve(shared, facts=[visit]))["label"])
    example = to_doccano(shared)
    label_of(example, "visits.guest")[0] += 4
    assert [fact.evidence.fields["guest"] for fact in from_doccano(shared, example).visits] == [
        (span("Nowak"),)
    ] * 2


def emoji_article() -> Article:
    start = EMOJI.index("jönnek")
    evidence = Evidence.at(
        EMOJI, Span(0, len(EMOJI)), "statements.test", {"content": (Span(start, len(EMOJI) - 1),)}
    )
    return Article(text=EMOJI, facts=[Statement(content="jönnek 🌍 többen", evidence=evidence)])


def test_doccano_counts_in_units_of_utf_16() -> None:
    example = to_doccano(emoji_article())
    start, end, _ = label_of(example, "statements.content")
    units = EMOJI.encode("utf-16-le")
    assert units[2 * start : 2 * end].decode("utf-16-le") == "jönnek 🌍 többen"
    assert from_doccano(emoji_article(), example) == emoji_article()


def test_label_studio_may_count_either_way() -> None:
    task = exported(to_label_studio(emoji_article()))
    (item,) = [i for i in task["annotations"][0]["result"] if i["value"]["labels"] == ["statements.content"]]
    item["value"]["start"] += 1
    item["value"]["end"] += 2
    assert from_label_studio(emoji_article(), task) == emoji_article()


def test_doccano_with_relations_names_its_offsets() -> None:
    example = to_doccano(article())
    entities = [
        {"id": n, "label": item[2], "start_offset": item[0], "end_offset": item[1]}
        for n, item in enumerate(example.pop("label"))
    ]
    assert from_doccano(article(), example | {"entities": entities, "relations": []}) == article()


def test_the_last_annotation_that_counts_is_taken() -> None:
    task = exported(to_label_studio(article()))
    task["annotations"] = [
        {"result": []},
        *task["annotations"],
        {"result": [], "was_cancelled": True},
    ]
    assert from_label_studio(article(), task) == article()


@pytest.mark.parametrize(
    "task",
    [
        {},
        {"data": {"text": "other"}},
        {"data": {"text": TEXT}},
        {"data": {"text": TEXT}, "annotations": [{"result": 1}]},
        {"data": {"text": TEXT}, "annotations": [{"result": [{"type": "labels", "value": {}}]}]},
        {
            "data": {"text": TEXT},
            "annotations": [
                {
                    "result": [
                        {
                            "type": "labels",
                            "value": {"start": 0, "end": 5, "text": "nicht", "labels": ["visits"]},
                        }
                    ]
                }
            ],
        },
    ],
)
def test_damaged_tasks_are_refused_with_the_path(task: Json) -> None:
    with pytest.raises(DocumentError, match=r"\$\.?.*expected"):
        from_label_studio(article(), task)


@pytest.mark.parametrize(
    "example",
    [
        {},
        {"text": TEXT},
        {"text": TEXT, "label": [[0, 1]]},
        {"text": TEXT, "label": [[0, 10**6, "visits"]]},
        {"text": TEXT, "label": [[5, 5, "visits"]]},
        {"text": TEXT, "label": [[True, 5, "visits"]]},
        {"text": TEXT, "label": [["0", "1", "visits"]]},
        {"text": TEXT, "entities": [{"label": "visits"}]},
    ],
)
def test_damaged_examples_are_refused(example: Json) -> None:
    with pytest.raises(DocumentError, match=r"\$"):
        from_doccano(article(), example)


def test_the_interface_has_every_label() -> None:
    root = ET.fromstring(label_studio_config())  # noqa: S314 - our own
    assert tuple(str(item.get("value")) for item in root.iter("Label")) == labels()
    assert {label.partition(".")[0] for label in labels()} == {kind.TABLE for kind in FACT_TYPES}


def test_facts_without_words_have_no_regions_and_survive() -> None:
    built = Article(text=TEXT, facts=[Plan(action="közös híd")])
    assert regions(built) == {}
    assert from_doccano(built, to_doccano(built)) == built
