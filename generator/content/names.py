"""Whether the names of the catalogue tell its entries apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from generator.codes import Code
from generator.content.documents import Draft
from generator.folding import fold_with_positions
from generator.frozen import frozen
from generator.model import Location
from generator.problems import Problem, error, quoted, warning


@frozen(order=True)
class _Name:
    """A name in an entry: `key` is the list that it stands in, or "name"."""

    entity: str
    key: str
    text: str
    location: Location


def repeated_names(draft: Draft) -> list[Problem]:
    """Report the names that an entry has twice."""
    return list(_repeated(_names(draft)))


def found_forms(draft: Draft) -> tuple[str, ...]:
    """Give the forms under which an entry alone is to be found: no other entry may have them as well."""
    return tuple(_found_as(name.text) for name in _names(draft) if name.key != "weak_aliases")


def rivals(forms: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Give the ids of the entries, with the forms of each, that have one which another entry has too."""
    first: dict[str, str] = {}
    found: dict[str, None] = {}
    for id_, own in forms.items():
        for form in own:
            if (other := first.setdefault(form, id_)) != id_:
                found |= {other: None, id_: None}
    return list(found)


def shared_names(drafts: Iterable[Draft]) -> list[Problem]:
    """Report the names of one entry alone that another of these has as well."""
    return list(_shared(name for draft in drafts for name in _names(draft)))


def _names(draft: Draft) -> Iterator[_Name]:
    entity, document = draft.entity, draft.document
    if document is None:
        return
    yield _Name(entity.id, "name", entity.name, entity.location)
    lists = (("aliases", entity.aliases), ("phrases", entity.phrases), ("weak_aliases", entity.weak_aliases))
    for key, listed in lists:
        for at, text in enumerate(listed):
            yield _Name(entity.id, key, text, document.at_value((key, at)))


def _repeated(names: Iterable[_Name]) -> Iterator[Problem]:
    first: dict[str, _Name] = {}
    for name in names:
        rival = first.setdefault(unicodedata.normalize("NFC", name.text), name)
        if rival is not name:
            message = f"{quoted(name.text)} stands in {rival.key}, line {rival.location.line}, already"
            yield warning(name.location, Code.DUPLICATE_VALUE, message, "keep one of the two")


def _shared(names: Iterable[_Name]) -> Iterator[Problem]:
    """Compare names as they are found: apostrophes, hyphens, diacritics and the first letter's case do not count."""
    bearers: dict[str, list[_Name]] = {}
    for name in names:
        if name.key != "weak_aliases":
            bearers.setdefault(_found_as(name.text), []).append(name)
    for listed in bearers.values():
        # An entry's name comes first: it stays, and an alias gives way to it.
        first, *others = sorted(listed, key=lambda name: (name.key != "name", name))
        for name in others:
            if name.entity != first.entity:
                yield _clash(name, first)


def _clash(name: _Name, rival: _Name) -> Problem:
    at = f"{rival.location.path}:{rival.location.line}"
    if name.key == "name":
        hint = "the name gets a page that tells its bearers apart; a fuller name on each would be clearer"
        return warning(name.location, Code.SHARED_NAME, f"{quoted(name.text)} is also the name at {at}", hint)
    what = {"name": "the name", "aliases": "an alias", "phrases": "a phrase"}[rival.key]
    message = f"{quoted(name.text)} is also {what} of {quoted(rival.entity)}, at {at}"
    hint = "shared: make it a weak_alias on both" if rival.key != "name" else "shared: make it a weak_alias here"
    return error(name.location, Code.SHARED_ALIAS, message, hint)


def _found_as(name: str) -> str:
    """Give a name in the form that it shares with its variants: folded, with the capitals that are not its first."""
    if name.isascii() and name.replace(" ", "").isalpha() and "  " not in name:  # the same as below, as most names are
        return name[0].lower() + name[1:].rstrip()
    folded, positions = fold_with_positions(name)
    first, *others = zip(folded, positions, strict=True) if folded else [("", 0)]
    return first[0] + "".join(c.upper() if name[at].isupper() else c for c, at in others).rstrip()
