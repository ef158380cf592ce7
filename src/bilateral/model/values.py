"""Dates and amounts as the tables write them: EDTF periods and decimal amounts."""

from __future__ import annotations

from bilateral.model.amount import PERCENT, PERCENTAGE_POINT, TIMES, TOLERANCE, Amount
from bilateral.model.period import CalendarUnit, Period, Precision

__all__ = [
    "PERCENT",
    "PERCENTAGE_POINT",
    "TIMES",
    "TOLERANCE",
    "Amount",
    "CalendarUnit",
    "Period",
    "Precision",
]
