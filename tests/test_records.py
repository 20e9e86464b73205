"""Records on the disk: each stands for itself, and what several hold is one object again."""

from __future__ import annotations

import io
from typing import Any  # a record may be any value

import pytest

from generator.model import Backlink, Kind, Mention
from generator.records import RecordReader, RecordWriter

LINK = Backlink("first", 1, 20, "Ann Lund stood on the quay.", ((0, 8),))
MENTION = Mention(
    "first", 20, 28, "Ann Lund", "ann-lund", linked=True, rule="full-name", candidates=("ann-lund",), block=0
)


def read_back(*records: object) -> list[Any]:
    """Write records into one file and read them again."""
    file = io.BytesIO()
    writer = RecordWriter(file)
    for record in records:
        writer.write(record)
    file.seek(0)
    reader = RecordReader(file)
    return [reader.read() for _ in records]


@pytest.mark.parametrize(
    "records",
    [(), (None,), ([LINK, LINK], {"ann-lund": (LINK,)}), ({Kind.ACTORS: MENTION}, (MENTION,), b"bytes", {"a": {1, 2}})],
)
def test_what_is_read_is_what_was_written(records: tuple[object, ...]) -> None:
    """Values of this program and plain ones come back equal, whatever stands in the records before."""
    assert read_back(*records) == [*records]


def test_what_several_records_hold_is_one_object_again() -> None:
    """A sentence that the article and the entry have is not there twice, so that it is seen at once to be the same."""
    same = Backlink(*LINK)
    (one, other), (third,), (equal,) = read_back([LINK, LINK], (LINK,), (same,))
    assert one is other is third
    assert equal == LINK
    assert equal is not one
