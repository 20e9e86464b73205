"""Files in parts: whatever lies in the memory and whatever on the disk, the bytes are the same."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
import zlib
from pathlib import Path

import pytest
from conftest import tried
from hypothesis import given
from hypothesis import strategies as st

from generator import chunks
from generator.chunks import DIGESTS, File, Part, Spool, blocks, cut, digests_of, joined, known_file, write_chunks

PARTS = st.lists(st.tuples(st.binary(max_size=40), st.booleans()), max_size=8)


@tried(100)
@given(PARTS, st.data())
def test_parts_in_a_spool_are_as_those_in_the_memory(drawn: list[tuple[bytes, bool]], data: st.DataObject) -> None:
    """Length, digests, what is cut out and what is written do not hang on where a part lies."""
    spool = Spool()
    parts: list[Part] = [spool.add([one]) if spooled else one for one, spooled in drawn]
    plain = b"".join(one for one, _ in drawn)
    file = File(parts)
    assert (joined(file), file.size, file.crc32) == (plain, len(plain), zlib.crc32(plain))
    assert file.sha256 == hashlib.sha256(plain).hexdigest()
    for part, (one, _) in zip(parts, drawn, strict=True):
        start, end = (data.draw(st.integers(0, len(one) + 2)) for _ in range(2))
        assert joined([cut(part, start, end)]) == one[start:end]
        assert joined([cut(part, start)]) == one[start:]


@tried(100)
@given(st.binary(max_size=40))
def test_a_file_whose_digests_are_known_has_those_that_it_would_have(data: bytes) -> None:
    """What is kept of a file tells the same of it as reading it."""
    assert len(digests_of(data)) == DIGESTS
    known, read = known_file(data, digests_of(data)), File([data])
    assert (known, known.size, known.sha256, known.crc32) == (read, read.size, read.sha256, read.crc32)


def test_a_large_file_is_read_block_by_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No block is larger than what may be read at once, and together they are the file."""
    monkeypatch.setattr(chunks, "_BLOCK", 7)
    parts = [b"In the memory: a part.", Spool().add([b"On the disk: ", b"another one."])]
    assert max(map(len, blocks(parts))) == 7
    write_chunks(tmp_path / "file", parts)
    assert (tmp_path / "file").read_bytes() == b"In the memory: a part.On the disk: another one."


def test_a_spool_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its file has no name even while it is used, so that a process that is killed leaves none."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(chunks, "_SMALL", 10)
    spool = Spool()
    kept = spool.add([b"More than stays in the memory."])
    assert list(tmp_path.iterdir()) == []
    assert joined([kept, spool.add([b" And more."]), kept[:4]]) == b"More than stays in the memory. And more.More"


def test_a_spool_that_finds_no_room_names_the_folder_it_lies_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That may be on another disk than the site: whoever makes room has to know where."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    spool = Spool()

    def full(_: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(spool._file, "write", full)  # noqa: SLF001 - what the disk does
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)) as caught:
        spool.add([b"More than there is room for."])
    assert caught.value.filename == str(tmp_path)
