"""Suggestions: who and what the articles name and the catalogue lacks.

Runs of capitalised words that are no mention (`runs.py`, with what ties words to one name in `ties.py` and `owners.py`)
are sifted and grouped (`sifting.py`, `groups.py`), and each cue in a name and around it votes for its kind. `kinds.py`
counts the votes; the cues stand in `name_cues.py` (those in names), `surroundings.py` (titles and appositions),
`whereabouts.py` (places), `deeds.py` (what a name does and owns) and `classes.py` (lists and columns under one noun).
What none tells, `company.py` takes from the other names. `cues.toml` has the words, `known.toml` the names that every
reader knows.

What is no run of capitals is found by itself: events, cases and bodies by their nouns (`described.py`), terms that an
article explains or coins (`described.py`, `terms.py`), titles in italics (`emphasis.py`), the nouns without which a
name is none (`nouns_after.py`).
"""
