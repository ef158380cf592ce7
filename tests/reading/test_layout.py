from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.reading.layout import Layout, layout

BODY = "A miniszter Tallinnban tárgyalt az észt elnökkel a közös vasútvonalról. A munka tavasszal kezdődik."
NOON = datetime(2024, 5, 7, 12, 30)  # noqa: DTZ001 - headers tell no zone

HEADERS = [
    ("Külföld :: 2024. május 7. 12:30 ::", NOON, "Külföld", None),
    ("MTI - 2024. május 7., kedd 12:30", NOON, None, "MTI"),
    ("2024.05.07 12:30", NOON, None, None),
    ("2024.05.07. 12:30", NOON, None, None),
    ("2024. 05. 07. 12:30", NOON, None, None),
    ("Külföld – 2024. 05. 07., 12:30", NOON, "Külföld", None),
    ("2024. május 7., kedd, 12:30 | Ukrajna", NOON, "Ukrajna", None),
    ("KÜLFÖLD | 2024.05.07 12:30 | MTI", NOON, "KÜLFÖLD", "MTI"),
    ("Hírek - 2024.05.07. 12:30", NOON, "Hírek", None),
    ("2024-05-07T12:30:00", NOON, None, None),
    ("2024-05-07 12:30:00 CEST", NOON, None, None),
    ("07/05/2024 12:30", NOON, None, None),
    ("12:30 Május 7, 2024", NOON, None, None),
    ("Május 7, 2024, 12:30", NOON, None, None),
    ("2024. Május 7. 12:30, kedd | Belföld", NOON, "Belföld", None),
    ("2024. máj. 7.", date(2024, 5, 7), None, None),
    ("2024. május 7., kedd", date(2024, 5, 7), None, None),
    ("Közzétéve: 2024. 05. 07. 12:30", NOON, None, None),
    ("Publikálva: 2024.05.07. 12:30, frissítve: 2024.05.08. 09:00", NOON, None, None),
    ("MTI, 2024. 05. 07. 12:30", NOON, None, "MTI"),
    ("Háború | 2024. 05. 07. 12:30", NOON, "Háború", None),
    ("Szerző: MTI | 2024. május 7. 12:30", NOON, None, "MTI"),
    ("Kovács Éva | 2024. május 7. 12:30", NOON, None, None),
]


@pytest.mark.parametrize(("line", "published", "section", "agency"), HEADERS, ids=[row[0] for row in HEADERS])
@pytest.mark.parametrize("first", ["header", "title"])
def test_header_before_or_after_the_title(
    first: str, line: str, published: date, section: str | None, agency: str | None
) -> None:
    top = (
        f"{line}\n\nVasútról tárgyalt a miniszter"
        if first == "header"
        else f"Vasútról tárgyalt a miniszter\n\n{line}"
    )
    found = layout(f"{top}\n\n{BODY}")
    assert found.headline == "Vasútról tárgyalt a miniszter"
    assert (found.published, found.section, found.agency) == (published, section, agency)
    assert len(found.paragraphs) == 1


@pytest.mark.parametrize(
    ("lines", "section", "agency"),
    [
        ("Belföld", "Belföld", None),
        ("GAZDASÁG\n2024.05.07. 12:30", "GAZDASÁG", None),
        ("Portfolio | Globál\n2024. május 7. 12:30", "Globál", None),
        ("Híradó / MTI\n2024.05.07. 12:30", None, "MTI"),
        ("Infostart / MTI\n2024. május 7. 12:30", None, "MTI"),
        ("Forrás: MTI\n2024. május 7. 12:30", None, "MTI"),
        ("2024. május 7. 12:30\nForrás: mti - illusztráció: mti", None, "MTI"),
        ("MTI/hirado.hu\n2024. május 7. 12:30", None, "MTI"),
        ("Hírsarok/MTI\n2024. május 7. 12:30", None, "MTI"),
        ("Halászat\n2024. május 7. 12:30", "Halászat", None),
        ("VASÚTI HÍREK", "VASÚTI HÍREK", None),
        ("Kovács Éva\n2024. május 7. 12:30", None, None),
        ("Halászat", None, None),
    ],
)
def test_header_of_several_lines(lines: str, section: str | None, agency: str | None) -> None:
    found = layout(f"{lines}\n\nVasútról tárgyalt a miniszter\n\n{BODY}")
    assert (found.section, found.agency, found.headline) == (section, agency, "Vasútról tárgyalt a miniszter")


@pytest.mark.parametrize(
    ("opening", "place", "published"),
    [
        ("Tallinn, 2024. május 7., kedd (MTI) – ", "Tallinn", date(2024, 5, 7)),
        ("Tallinn, 2024. május 7. (MTI) - ", "Tallinn", date(2024, 5, 7)),
        ("Tallinn, május 7., kedd (MTI) – ", "Tallinn", None),
        ("Tallinn, MTI – ", "Tallinn", None),
        ("(MTI) – ", None, None),
    ],
)
def test_dateline(opening: str, place: str | None, published: date | None) -> None:
    text = f"Vasútról tárgyalt a miniszter\n\n{opening}{BODY}"
    found = layout(text)
    assert (found.place, found.agency, found.published) == (place, "MTI", published)
    assert [span.of(text) for span in found.paragraphs] == [BODY]


@pytest.mark.parametrize("text", ["Bécs – az osztrák főváros – mellett épül a híd. A munka folyik.", BODY])
def test_dash_alone_opens_no_dateline(text: str) -> None:
    assert [span.of(text) for span in layout(text).paragraphs] == [text]


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(MTI)", "MTI"),
        ("MTI", "MTI"),
        ("Forrás: MTI", "MTI"),
        ("(MTI nyomán)", "MTI"),
        ("Az MTI nyomán is írtak róla | Kovács Éva", None),
        ("Fotó: MTI/EPA", None),
        ("MTI/Kovács Éva felvétele", None),
        ("Borítókép: a miniszter. Fotó: Kovács Éva", None),
        ("(Fotó: archív)", None),
        ("A miniszter (b) és az elnök (j) Tallinnban.", None),
        ("Kapcsolódó cikkek: Mi lesz a vasúttal? | Drágul a jegy", None),
        ("Ezek is érdekelhetik:\nMeddig tart a hideg?", None),
        ("Címlapkép forrása: Getty Images", None),
        ("napilap.hu/hirportal.net", None),
    ],
)
def test_credits_and_links_are_no_body(line: str, agency: str | None) -> None:
    text = f"Vasútról tárgyalt a miniszter\n\n{BODY}\n\n{line}"
    found = layout(text)
    assert found.agency == agency
    assert [span.of(text) for span in found.paragraphs] == [BODY]


def test_agency_in_brackets_ends_the_last_paragraph() -> None:
    text = f"Vasútról tárgyalt a miniszter\n\n{BODY} (MTI)"
    found = layout(text)
    assert found.agency == "MTI"
    assert [span.of(text) for span in found.paragraphs] == [BODY]


def test_subheadings_are_no_body_but_quotations_are() -> None:
    quoted = "Holnap már átmegyünk\n\n– mondta a miniszter."
    text = f"Vasútról tárgyalt a miniszter\n\n{BODY}\n\nÚj sínek\n\n{quoted}"
    kept = [span.of(text) for span in layout(text).paragraphs]
    assert kept == [BODY, "Holnap már átmegyünk", "– mondta a miniszter."]


def test_a_text_of_sentences_alone_has_no_title() -> None:
    text = "A miniszter tárgyalt.\n\nAz elnök hallgatott."
    found = layout(text)
    assert found.headline is None
    assert [span.of(text) for span in found.paragraphs] == ["A miniszter tárgyalt.", "Az elnök hallgatott."]


def test_a_line_without_a_body_is_the_body() -> None:
    assert layout("Vasútról tárgyalt a miniszter").paragraphs != []
    assert layout("Vasútról tárgyalt a miniszter").headline is None


def test_header_spans_point_to_the_words() -> None:
    text = f"Külföld | 2024. május 7. 12:30 | MTI\n\nVasútról tárgyalt a miniszter\n\n{BODY}"
    found = layout(text)
    assert {name: span.of(text) for name, span in found.header.items()} == {
        "published": "2024. május 7. 12:30",
        "section": "Külföld",
        "agency": "MTI",
        "headline": "Vasútról tárgyalt a miniszter",
    }


@given(st.text(alphabet="aAbB .,:|–-()\n\t\r2024május7MTI\u2028\u00a0\ud800", max_size=120))
def test_any_text_has_a_layout_with_spans_inside_it(text: str) -> None:
    found: Layout = layout(text)
    ends = [0]
    for span in found.paragraphs:
        assert ends[-1] <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        ends.append(span.end)
    assert all(span.end <= len(text) for span in found.header.values())


@pytest.mark.parametrize(
    "top",
    [
        "hirportal.hu\neur:\n384.81\n2024. május 7. kedd Gizella\nVasútról tárgyalt a miniszter",
        "Városlista\n2024. május 8, szerda - Mihály\n2024. Május 7. 12:30\nVasútról tárgyalt a miniszter",
        "A lényeg\n\nVasútról tárgyalt a miniszter\n\n07/05/2024 12:30\n\n| Szerző: Kovács Éva",
        "Vasútról tárgyalt a miniszter\n2024. május 7. – 12:30\nfrissítve\nMásolás\nVágólapra másolva",
    ],
)
def test_pieces_of_the_page_round_the_title(top: str) -> None:
    found = layout(f"{top}\n\n{BODY}")
    assert found.headline == "Vasútról tárgyalt a miniszter"
    assert [span.of(f"{top}\n\n{BODY}") for span in found.paragraphs] == [BODY]
    assert found.published is not None
    assert (found.published.month, found.published.day) == (5, 7)
    assert found.section in (None, "Hírek")
