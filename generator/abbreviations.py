"""Abbreviations that are written with a full stop, which ends no sentence; each without it."""

from __future__ import annotations

from typing import Final

BEFORE_NAMES: Final = (
    *("Mr", "Mrs", "Ms", "Dr", "Prof", "Messrs", "Mme", "Mlle", "St", "Mt", "Rev", "Hon"),
    *("Gen", "Col", "Lt", "Maj", "Capt", "Sgt", "Adm", "Brig", "Sen", "Rep", "Gov", "Pres", "Amb", "Sec"),
)
"""Titles, and what begins the names of places."""

AFTER_NAMES: Final = ("Jr", "Sr", "Inc", "Ltd", "Co", "Corp", "Bros")
"""What ends the names of persons and firms. A sentence may end with it too, so the stop may be both."""

OF_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")

BEFORE_NUMBERS: Final = ("No", "Nos", "Nr", "Art", "vol", "p", "pp", "fig", "ch", "ca", "approx")
"""What leads to a number, and is an abbreviation only there: `No. 5`."""

IN_TEXT: Final = ("vs", "etc", "cf", "ed", "trans")
"""What stands for words of the text."""
