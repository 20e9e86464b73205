"""A build that renders one shard of the pages and makes no site of them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError

from generator.render_cache import shards
from generator.render_cache.shards import MadeError, Order, Shard

_HOOK = "generator/mkdocs_hook.py"


def make_shard(config_file: Path, shard: Shard, folder: Path) -> Path:
    """Render one share of the pages of a site, write it into a folder, and give the path of its file.

    Runs MkDocs in this process, with the site's hooks. Raises click.ClickException as `mkdocs build` does, and OSError.
    """
    with tempfile.TemporaryDirectory() as scratch:
        config = load_config(str(config_file), site_dir=str(Path(scratch) / "site"))
        if _HOOK not in map(str, config.hooks):
            raise ConfigurationError(f"{config_file}: it must name {_HOOK} among its `hooks`.")
        shards.order = Order(shard, folder, Path(scratch))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except MadeError:
            pass
        finally:
            shards.order = None
            config.plugins.on_shutdown()
    return folder / shard.file_name
