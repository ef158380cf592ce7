from __future__ import annotations

import builtins
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.cli.decoding import UnreadableError, decode, extract, is_html
from bilateral.errors import BilateralError, ExtraMissingError

NEWS = (
    "A külügyminiszter „őszinte” tárgyalást folytatott a szomszédos ország küldöttével – mondta a szóvivő, "
    "és hozzátette, hogy az űrkutatási együttműködés bővül.\n"
) * 3
PLAIN = NEWS.replace("„", '"').replace("”", '"').replace("–", "-")
PAGE = """\
<!DOCTYPE html>
<html lang="hu"><head><title>Egyezmény született | Portál</title>
<meta property="og:title" content="Egyezmény született">
<meta property="article:published_time" content="2025-11-12T22:19:00+01:00"></head>
<body><nav><a href="/">Főoldal</a> <a href="/kulfold">Külföld</a></nav>
<article><h1>Egyezmény született</h1>
<p>A lengyel elnök szerdán Budapestre érkezett, hogy a magyar államfővel tárgyaljon a két ország
kapcsolatairól és a határon átnyúló együttműködés jövőjéről.</p>
<p>A felek egyezményt írtak alá a vízügyi együttműködésről, amelynek végrehajtását minden évben közös
bizottság tekinti át a két fővárosban.</p></article>
<footer>Impresszum, sütik, adatvédelem</footer></body></html>
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_names_its_encoding_is_read_in_silence(encoding: str) -> None:
    assert decode(NEWS.encode(encoding), None) == (NEWS, None)


@pytest.mark.parametrize(
    ("encoding", "text", "found"),
    [
        ("utf-16-le", NEWS, "utf_16_le"),
        ("utf-16-be", NEWS, "utf_16_be"),
        ("cp1250", NEWS, "cp1250"),
        ("iso8859-2", PLAIN, "iso8859_2"),
    ],
)
def test_other_encodings_are_found_and_told(encoding: str, text: str, found: str) -> None:
    assert decode(text.encode(encoding), None) == (text, found)


def test_a_named_encoding_is_believed() -> None:
    assert decode("ő".encode("cp1250"), "cp1250") == ("ő", None)


@pytest.mark.parametrize(
    ("data", "encoding", "told"),
    [
        ("ő".encode("cp1250"), "utf-8", "no utf-8: "),
        (b"abc", "klingon", "unknown encoding 'klingon'"),
        (b"abc\x00def\x00\x00\x01\x02\x03\xff\xfe", None, "is it a text?"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x00\x01\x02\xff\x8f\x90", None, "is it a text?"),
        (b"abc\x01\x02def", None, "looks like a binary file (character 0x01 at offset 3)"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, encoding: str | None, told: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        decode(data, encoding)
    assert told in str(caught.value)


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_text_or_our_error(data: bytes) -> None:
    try:
        text, _ = decode(data, None)
    except BilateralError:
        return
    assert isinstance(text, str)


def without(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """Let ``package`` look as if it were not installed."""
    imported = builtins.__import__

    def importing(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == package:
            raise ImportError(name)
        return imported(name, *rest)

    monkeypatch.setattr(builtins, "__import__", importing)


def test_without_the_extra_other_encodings_are_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "charset_normalizer")
    with pytest.raises(ExtraMissingError, match=r"--encoding needs the extra 'cli': pip install"):
        decode(NEWS.encode("cp1250"), None)


def test_without_the_extra_pages_are_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "trafilatura")
    with pytest.raises(ExtraMissingError, match=r"reading HTML needs the extra 'web'"):
        extract(PAGE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PAGE, True),
        ("<html><body>", True),
        ("\n <!-- a --> <HTML>", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE html>', True),
        ("Külföld :: 2025. november 12.", False),
        ("A <html> elem", False),
        ("", False),
    ],
)
def test_pages_are_known_by_their_beginning(text: str, expected: bool) -> None:  # noqa: FBT001 - a column
    assert is_html(text) is expected


def test_a_page_is_reduced_to_its_article() -> None:
    page = extract(PAGE)
    assert page.published == date(2025, 11, 12)
    title, first, second = page.text.split("\n\n")
    assert title == "Egyezmény született"
    assert first.startswith("A lengyel elnök szerdán Budapestre érkezett")
    assert second.endswith("a két fővárosban.")


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no article found in the page"):
        extract("<html><body></body></html>")
