"""The Hunspell dictionary of English, of which only those words are read that are asked for."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path

import spylls.hunspell
from spylls.hunspell.algo.lookup import Lookup
from spylls.hunspell.data.aff import Aff
from spylls.hunspell.data.dic import Dic, Word
from spylls.hunspell.readers import read_aff, read_dic
from spylls.hunspell.readers.aff import Context
from spylls.hunspell.readers.file_reader import FileReader

ENGLISH = Path(spylls.hunspell.__file__).parent / "data" / "en" / "en_US"


class Words:
    """The words of a dictionary as spylls looks them up, each read once it is asked for.

    To read all takes a third of a second, and a site asks for some hundreds.
    """

    def __init__(self, path: Path, aff: Aff, context: Context) -> None:
        """Look which lines of a file belong to which stem; `aff` and `context` are what its affixes' file says."""
        self._aff, self._context = aff, context
        _, *lines = path.read_text(context.encoding, "surrogateescape").split("\n")  # the first is their number
        self._all = [line.strip() for line in lines if line.strip()]
        self._lines: dict[str, list[str]] = {}
        for line in self._all:
            self._lines.setdefault(line.partition("/")[0], []).append(line)
        self._read: dict[str, Sequence[Word]] = {}

    def homonyms(self, stem: str, *, ignorecase: bool = False) -> Sequence[Word]:
        """Give the words of a stem; with `ignorecase` those whose stem is `stem` in small letters."""
        if ignorecase:
            found: Sequence[Word] = self._without_case.homonyms(stem, ignorecase=True)
            return found
        if stem not in self._lines:
            return ()
        if stem not in self._read:
            self._read[stem] = self._dic(self._lines[stem]).words
        return self._read[stem]

    def has_flag(self, stem: str, flag: str, *, for_all: bool = False) -> bool:
        """Tell whether any of the words of a stem has a flag, or all."""
        found = [flag in one.flags for one in self.homonyms(stem)]
        return bool(found) and (all(found) if for_all else any(found))

    @functools.cached_property
    def _without_case(self) -> Dic:
        return self._dic(self._all)

    def _dic(self, lines: Sequence[str]) -> Dic:
        return read_dic(enumerate(lines, 2), aff=self._aff, context=self._context)


def look_up() -> Callable[[str], bool]:
    """Give what tells whether a word, as it is written, is one of the English language."""
    aff, context = read_aff(FileReader(f"{ENGLISH}.aff"))
    found: Callable[[str], bool] = Lookup(aff, Words(ENGLISH.with_suffix(".dic"), aff, context))
    return found
