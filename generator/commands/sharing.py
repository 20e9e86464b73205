"""The commands that let several machines render one site: `shard` and `join`."""

from __future__ import annotations

import re
from pathlib import Path

import click

from generator.collecting import with_collection
from generator.commands.common import FOLDER, example, give_up, number, say
from generator.render_cache.shards import Shard
from generator.render_cache.shards import join as join_shards
from generator.render_cache.store import Store, place

_CONFIG = click.option(
    "--config-file",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    default="mkdocs.yml",
    show_default=True,
    help="The configuration of the site.",
)
_MOST = 1000


def _shard(_context: click.Context, _parameter: click.Parameter, value: str) -> Shard:
    found = re.fullmatch(r"(\d{1,4})/(\d{1,4})", value)
    if found is None or not 1 <= int(found[1]) <= int(found[2]) <= _MOST:
        raise click.BadParameter(f"{value!r} is no share: write `2/4` for the second of four, of at most {_MOST}.")
    return Shard(int(found[1]), int(found[2]))


@click.command(epilog=example("python -m generator shard 2/4 --into shards"))
@click.argument("share", metavar="K/N", callback=_shard)
@click.option("--into", type=FOLDER, default="shards", show_default=True, help="The folder to write the file into.")
@_CONFIG
def shard(share: Shard, into: Path, config_file: Path) -> None:
    """Render the K-th of N shares of the pages, and write them as a file for `join`.

    Which pages are in which share hangs on their paths alone. Each of N machines runs this on the same content with
    the same versions of everything; a share that is never made costs only the time to render its pages in the end.
    """
    from generator.render_cache.splitting import make_shard  # noqa: PLC0415 - MkDocs takes longer to load than all else

    try:
        with with_collection():
            made = make_shard(config_file, share, into)
    except OSError as fault:
        give_up(f"{into}: the share cannot be written: {fault.strerror}")
    say(f"{made}: {made.stat().st_size:,} bytes")


@click.command(epilog=example("python -m generator join shards --of 4"))
@click.argument("folder", type=FOLDER)
@click.option(
    "--of", type=click.IntRange(1, _MOST), help="How many shares there should be.  [default: as many as the files say]"
)
@_CONFIG
def join(folder: Path, of: int | None, config_file: Path) -> None:
    """Take the shares that `shard` wrote, so that the next `mkdocs build` needs not render their pages.

    A share that is missing or damaged is told by name, and its pages are rendered by that build: the site is the same.
    """
    kept = place(config_file.parent)
    with Store(kept) as store:
        taken, told = join_shards(folder, of, store)
        whole = store.usable
    for line in [*(store.told if whole else ()), *told]:
        say(line)
    if not whole:
        give_up(f"{kept}: it cannot be written, so nothing was taken; end what else builds this site, and try again")
    say(f"{number(len(taken), 'share')} taken" + ("; the build renders the rest" if told else ""))
