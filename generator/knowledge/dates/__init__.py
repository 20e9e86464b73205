"""Dates: the expressions of time in an article, as EDTF."""
