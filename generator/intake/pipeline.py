"""A spaCy pipeline that the user has installed, as a recogniser of names; spaCy comes with the extra `spacy`."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from generator.model import Kind

KINDS: Final[Mapping[str, Kind]] = {
    "PERSON": Kind.ACTORS,
    "PER": Kind.ACTORS,
    "ORG": Kind.GROUPS,
    "GPE": Kind.PLACES,
    "LOC": Kind.PLACES,
    "FAC": Kind.PLACES,
    "EVENT": Kind.EVENTS,
}
"""The labels of spaCy's pipelines (OntoNotes, and `PER` of WikiNER) that name what an entry may be about."""


class NoPipeline(Exception):  # noqa: N818 - what it says, as NoRevision does
    """There is no such pipeline here; the message says what to install."""


def load_pipeline(name: str) -> Callable[[str], Iterator[tuple[int, int, Kind]]]:
    """Load a pipeline by the name of its package or the path of its folder.

    Gives the function that finds names in a text: start, end, kind. Raises NoPipeline.
    """
    if importlib.util.find_spec("spacy") is None:
        msg = "spaCy is not installed: pip install 'backgrounder[spacy]'"
        raise NoPipeline(msg)
    spacy = importlib.import_module("spacy")
    try:
        pipeline = spacy.load(name)
    except (OSError, ValueError) as fault:
        known = ", ".join(spacy.util.get_installed_models()) or "none"
        msg = f'there is no pipeline "{name}"; there are: {known}. `python -m spacy download {name}` may bring it'
        raise NoPipeline(msg) from fault
    return lambda text: _names(pipeline, text)


def _names(pipeline: Any, text: str) -> Iterator[tuple[int, int, Kind]]:  # noqa: ANN401 - spaCy's class; it may be missing
    for entity in pipeline(text).ents:
        if entity.label_ in KINDS:
            yield entity.start_char, entity.end_char, KINDS[entity.label_]
