"""Python's search for cycles: off where all values last, on where many are dropped, and afterwards as it was."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from small_site import small_site

from generator.collecting import with_collection, without_collection

SHARD = """
import gc
from generator.render_cache import splitting
splitting.build = lambda _: print("searching:", gc.isenabled(), flush=True)
from generator.__main__ import run
run()
"""


@pytest.fixture(params=[True, False])
def before(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Begin with the search on, and off."""
    was_on, on = gc.isenabled(), bool(request.param)
    (gc.enable if on else gc.disable)()
    yield on
    (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize(("within", "on"), [(without_collection, False), (with_collection, True)])
def test_the_search_is_afterwards_as_it_was(
    within: Callable[[], AbstractContextManager[None]], *, on: bool, before: bool
) -> None:
    """It is on or off within, one in another, and as before at the end, also after a fault."""
    with within(), within():
        assert gc.isenabled() is on
    assert gc.isenabled() is before
    with pytest.raises(KeyboardInterrupt), within():
        raise KeyboardInterrupt
    assert gc.isenabled() is before


def test_a_share_is_rendered_with_the_search_on(tmp_path: Path) -> None:
    """The command `shard` gives up what MkDocs leaves in cycles, though a command makes most without the search."""
    told = subprocess.run(
        [sys.executable, "-c", SHARD, "shard", "1/1"],
        cwd=small_site(tmp_path / "small"),
        env={**os.environ, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout.startswith("searching: True"), told.stderr
