"""Fuzz one target under atheris, guided by coverage: `python tests/fuzz.py TARGET [-runs=N] [FOLDER]`.

It begins with the broken and hostile content of the tests, keeps in FOLDER what reaches new code, and ends at the first
input that makes the program raise, which it writes to crash-*. The options are libFuzzer's.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

with atheris.instrument_imports(include=["generator"]):
    from fuzzing import TARGETS

from hostile import INJECTIONS  # noqa: E402 - it is found by the lines above

_COMMANDS = (
    "check --strict",
    "mentions --article a",
    "dates",
    "quotes",
    "audit",
    "suggest --json",
    "explain Iran",
    "plan",
)


def seeds(target: str) -> list[bytes]:
    """Give the inputs to begin with."""
    if target == "markdown":
        articles = [path.read_bytes() for path in sorted((ROOT / "content/articles").glob("*.md"))]
        return [*articles, *(injection.encode() for injection in INJECTIONS)]
    broken = [path.read_bytes().partition(b"--- problems")[0] for path in sorted((ROOT / "tests/broken").glob("*.txt"))]
    if target == "commands":
        return [f"{_COMMANDS[at % len(_COMMANDS)]}\n".encode() + case for at, case in enumerate(broken)]
    return broken


def main() -> None:
    """Lay out the seeds and fuzz."""
    target, *options = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds(target)):
            (Path(folder) / f"{number:04}").write_bytes(seed)
        folders = [one for one in options if not one.startswith("-")]
        for one in folders:
            Path(one).mkdir(parents=True, exist_ok=True)
        flags = [one for one in options if one.startswith("-")]
        atheris.Setup([sys.argv[0], "-max_len=8000", *flags, *folders, folder], TARGETS[target])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
