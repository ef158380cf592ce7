"""Dates, periods, durations and frequencies of Hungarian text."""

from __future__ import annotations

from bilateral.hungarian.periods.finder import FoundPeriod, find_in_atoms, find_periods

__all__ = ["FoundPeriod", "find_in_atoms", "find_periods"]
