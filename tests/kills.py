"""Kill runs of the generator at random moments, and look whether the pages are whole and the next run heals them.

The tests start it for some kills, `make kills` for a hundred: `python tests/kills.py KILLS FOLDER`. It prints how many
runs were killed within their work, and ends with 1 at the first page that is neither the old nor the new one.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator import build  # noqa: E402 - it is found by the line above

DOCS, TEMPLATES = Path("docs"), Path("templates")
LIST = "data/SHA256SUMS"  # holds the digests of both states while one is written over the other
Tree = dict[str, bytes]


def tree(folder: Path) -> Tree:
    """Give every file below a folder with its bytes, without what a run that was killed left beside its pages."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def two_contents() -> tuple[Path, Path]:
    """Lay out two states of one content, which differ on nearly every page."""
    first, second = Path("first"), Path("second")
    for folder in (first, second):
        shutil.copytree(ROOT / "tests/golden/lighthouse/content", folder)
    article = min((second / "articles").glob("*.md"))
    shutil.copy(article, article.with_name("another.md"))
    for path in second.rglob("*/*.yml"):  # nearly every page has other words, and some pages are one state's alone
        path.write_text(f"name: {path.stem.title()}\n", "utf-8")
    return first, second


def killed_after(content: Path, seconds: float) -> bool:
    """Start a run in a process of its own and kill it; gives whether it was still at work."""
    child = os.fork()
    if not child:
        build.generate(content, DOCS, TEMPLATES)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def main(kills: int, folder: Path) -> int:
    """Kill so many runs that write one state over the other."""
    os.chdir(folder)
    contents = two_contents()
    wanted: list[Tree] = []
    for content in contents:
        started = time.monotonic()
        done = build.generate(content, DOCS, TEMPLATES)
        if done.written is None:
            raise SystemExit("\n".join(map(str, done.problems)))
        took = time.monotonic() - started
        wanted.append(tree(DOCS))
    chance = random.Random(7)  # noqa: S311 - for moments, not for secrets
    within, turn = 0, 0
    for _ in range(kills):
        early = chance.choice([0, 0.6])  # every other one is killed where it is likely to write
        within += killed_after(contents[turn], chance.uniform(early * took, took))
        for name, data in tree(DOCS).items():
            if name != LIST and data not in {state.get(name) for state in wanted}:
                print(f"{name} is neither the old page nor the new one")
                return 1
        build.generate(contents[turn], DOCS, TEMPLATES)
        if tree(DOCS) != wanted[turn] or list(DOCS.rglob(".backgrounder-*")):
            print("the next run did not give what a full run gives")
            return 1
        turn = 1 - turn
    print(f"{within} of {kills} runs were killed at work; each page was whole, and each next run right")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), Path(sys.argv[2])))
