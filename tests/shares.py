"""Render a site in shares with a process for each, kill one of them on the way, and compare with the unsharded site.

`make shares` starts it: `python tests/shares.py FOLDER [CONTENT] [WORKERS]`, by default for the content of this site
and four processes. It says what was lost, and ends with 1 if a byte of the joined site is another one, search index
and sitemap included.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.building import ENVIRONMENT, build, made, same  # noqa: E402 - it is found by the line above

VICTIM = 2


def start(site: Path, number: int, of: int) -> subprocess.Popen[bytes]:
    """Begin to render a share in a process of its own."""
    command = [sys.executable, "-m", "generator", "shard", f"{number}/{of}", "--into", "shares"]
    return subprocess.Popen(command, cwd=site, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def killed_at_work(site: Path, of: int, most: float) -> float:
    """Start a worker and kill it at a random moment of so many seconds, sooner where it was done; give the seconds."""
    chance = random.Random(len(list(site.rglob("*.yml"))))  # noqa: S311 - for a moment, not for secrets
    while True:
        (site / "shares" / f"{VICTIM}-of-{of}.pages").unlink(missing_ok=True)
        worker, wait = start(site, VICTIM, of), chance.uniform(0.3, 0.8) * most
        time.sleep(wait)
        worker.kill()
        if worker.wait() == -signal.SIGKILL:
            return wait
        most /= 2


def main(folder: Path, content: Path, of: int) -> int:
    """Build the site in both ways and compare."""
    site = made(content, folder / "site")
    build(site, "plain.yml", "plain")
    begun = time.monotonic()
    others = [start(site, number, of) for number in range(1, of + 1) if number != VICTIM]
    if failed := [worker for worker in others if worker.wait()]:
        print(f"{len(failed)} of {of} workers failed")
        return 1
    wait = killed_at_work(site, of, (time.monotonic() - begun) / 2)
    print(f"{of} workers, each with a share of {len(list((site / 'docs').rglob('*.md'))):,} pages")
    print(f"worker {VICTIM} was killed after {wait:.1f} s")
    join = [sys.executable, "-m", "generator", "join", "shares", "--of", str(of)]
    subprocess.run(join, cwd=site, env=ENVIRONMENT, check=True)
    build(site, "mkdocs.yml", "joined")
    if not same(site / "plain", site / "joined"):
        print("the joined site is not the one that was never split")
        return 1
    count = sum(path.is_file() for path in (site / "joined").rglob("*"))
    print(f"the site is the one that was never split: {count:,} files, the same bytes")
    return 0


if __name__ == "__main__":
    given = sys.argv[2:]
    sys.exit(main(Path(sys.argv[1]), Path((given or [ROOT / "content"])[0]), int((given[1:] or ["4"])[0])))
