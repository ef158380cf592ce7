"""Times of day."""

from __future__ import annotations

import pytest

from bilateral.hungarian.atoms import atomise
from bilateral.hungarian.clock import find_times
from bilateral.hungarian.tokens import tokenize


def shown(text: str) -> list[tuple[int | None, int | None]]:
    return [(time.hour, time.minute) for time in find_times(atomise(tokenize(text)))]


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("22:19", 22, 19),
        ("a 14.30-kor kezdődő ülés", 14, 30),
        ("nyolckor", 8, None),
        ("8-kor", 8, None),
        ("este nyolckor", 20, None),
        ("este 8 óra", 20, None),
        ("délután fél négykor", 15, 30),
        ("reggel háromnegyed nyolckor", 7, 45),
        ("húsz óra negyvenkilenc perckor", 20, 49),
        ("16h-kor", 16, None),
        ("10 órakor", 10, None),
        ("éjjel kettőkor", 2, None),
        ("éjjel 11-kor", 23, None),
        ("kora délután 1 órakor", 13, None),
    ],
)
def test_time(text: str, hour: int, minute: int | None) -> None:
    assert shown(text) == [(hour, minute)]


@pytest.mark.parametrize(
    ("text", "part"), [("szerda délelőtt", (8, 12)), ("hajnalban", (3, 6)), ("késő este", (18, 22))]
)
def test_part_of_the_day(text: str, part: tuple[int, int]) -> None:
    [time] = find_times(atomise(tokenize(text)))
    assert (time.hour, time.part) == (None, part)


@pytest.mark.parametrize(
    "text", ["két óra", "fél nyolcmillió", "25:30", "8 ország", "3.5 millió", "a 2:1-es győzelem"]
)
def test_what_is_no_time(text: str) -> None:
    assert shown(text) == []
