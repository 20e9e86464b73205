"""Dates: the expressions of time in an article, as EDTF.

Named patterns find the expressions (`patterns.py`), one reader for each gives its value (`resolution.py`), and
relative ones are reckoned from the date before them or the article's own (`narrative.py`, `direction.py`).
"""
