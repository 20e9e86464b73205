"""Quotations: what an article quotes directly, and who said it.

The marks of a block are read together (`marks.py`), and the words around a quotation say who speaks, or nobody is
named. `reader.py` has the order in which a quotation is settled, `alone.py` what is said of one whose sentence tells
nothing, `meanings.py` whom words mean: a role (`role_bearers.py`), a body (`body_bearers.py`), `he` and `it`
(`pronouns.py`); `documents.py` tells whose words a letter or a notice has.
"""
