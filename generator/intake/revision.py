"""Give the content as it stood at a revision of git."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NoRevision(Exception):  # noqa: N818 - it says what is missing, as a person would
    """The content is under no git, or git does not know the revision; its text is git's reason."""


@contextmanager
def content_at(content: Path, revision: str) -> Iterator[Path]:
    """Give a folder with the content of a revision, which is gone afterwards. Raises NoRevision."""
    top = Path(_git(content, "rev-parse", "--show-toplevel").decode().strip())
    prefix = _git(content, "rev-parse", "--show-prefix").decode().strip().rstrip("/")
    if revision.startswith("-"):
        raise NoRevision(f'"{revision}" is no revision')
    packed = _git(top, "archive", "--format=tar", f"{revision}:{prefix}")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)


def _git(folder: Path, *words: str) -> bytes:
    try:
        done = subprocess.run(["git", *words], cwd=folder, capture_output=True, check=False)
    except FileNotFoundError as fault:
        raise NoRevision("there is no git on this machine") from fault
    if done.returncode:
        raise NoRevision(done.stderr.decode("utf-8", "replace").strip().splitlines()[-1].removeprefix("fatal: "))
    return done.stdout
