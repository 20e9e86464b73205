"""Finding out: names, dates and quotations in the articles, and how everything is tied.

A room for each finder, whose module `finder` a build calls. Beside them what several share: kinds of words
(`words.py` with `words.toml`, `dictionary.py`), what a word tells of a sex (`sexes.py`).
`graph.py` joins what was found, `changes.py` compares two states of the content in substance, `plan.py` their links.
"""
