"""Dates and amounts as the tables write them: EDTF periods and decimal amounts."""
