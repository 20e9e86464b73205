"""All that a page depends on beside its Markdown and the navigation: configuration, theme, programs, versions."""

from __future__ import annotations

import importlib.metadata
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection

_EXTENSIONS = ("markdown.extensions.", "pymdownx.")
"""The packages whose extensions are known to depend on the page and the configuration alone ..."""

_READING_FILES = frozenset({"pymdownx.snippets", "pymdownx.b64"})
"""... but for these, which read other files."""

_MAKING_PAGES = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "env", "post_page")
"""The events at which a plugin may change how a page is made."""

_KNOWN = ("material.plugins.search.", "generator.")
"""The plugins of which it is known what they do there."""

_NO_MATTER = frozenset(
    {"config_file_path", "docs_dir", "site_dir", "dev_addr", "strict", "watch", "nav", "hooks", "plugins", "theme"}
)
"""What of the configuration stands on no page, or is looked at by itself."""


def unknown_makers(config: MkDocsConfig, hook: str) -> list[str]:
    """Name the extensions, and the plugins at work on pages, of which it is not known what a page owes to them.

    `hook` is the name of the module that the site's own hooks stand in.
    """
    return sorted({*_extensions(config), *_plugins(config.plugins, hook)})


def _extensions(config: MkDocsConfig) -> Iterator[str]:
    short = {
        point.name
        for point in importlib.metadata.entry_points(group="markdown.extensions")
        if point.value.startswith(_EXTENSIONS)
    }
    for name in config.markdown_extensions:
        if not (name in short or name.startswith(_EXTENSIONS)) or name in _READING_FILES:
            yield name


def _plugins(plugins: PluginCollection, hook: str) -> Iterator[str]:
    for event in _MAKING_PAGES:
        for method in plugins.events[event]:
            module = f"{method.__module__}."
            if not module.startswith((*_KNOWN, f"{hook}.")):
                yield method.__module__


def surroundings(config: MkDocsConfig) -> bytes:
    """Give a digest of all that the making of every page depends on."""
    digest = blake2b(digest_size=16)
    for part in (sys.version, *_versions(), _written(config)):
        digest.update(part.encode() + b"\0")
    for path in _read(config):
        digest.update(path.name.encode() + b"\0" + blake2b(path.read_bytes()).digest())
    return digest.digest()


def _versions() -> list[str]:
    """List what is installed, by the folders that name it with its version; to read them all would take long."""
    folders = [Path(place) for place in sys.path if Path(place).is_dir()]
    return sorted({found.name for folder in folders for found in folder.glob("*.dist-info")})


def _written(config: MkDocsConfig) -> str:
    """Write the configuration as it stands after all files, variables of the environment and plugins had their say."""
    kept = {key: value for key, value in config.items() if key not in _NO_MATTER}
    plugins = {name: dict(plugin.config) for name, plugin in config.plugins.items() if hasattr(plugin, "config")}
    theme = [config.theme.name, dict(config.theme)]
    return json.dumps([type(config).__module__, kept, plugins, theme], sort_keys=True, default=_plain)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a configuration may hold
    """Give what JSON can hold; a function or class is named by where it is defined, as its address changes."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=str)
    name = getattr(value, "__qualname__", None)
    return f"{value.__module__}.{name}" if name else f"{type(value).__qualname__} {value}"


def _read(config: MkDocsConfig) -> Iterator[Path]:
    """List the files that take part: the site's hooks, its theme, and the code that keeps pages."""
    yield from _files(Path(__file__).parent, "*.py")
    yield from sorted(Path(str(hook.__file__)) for hook in _hooks(config))
    if config.theme.custom_dir:
        yield from _files(Path(config.theme.custom_dir), "*")


def _files(folder: Path, pattern: str) -> Iterable[Path]:
    return (path for path in sorted(folder.rglob(pattern)) if path.is_file() and "__pycache__" not in path.parts)


def _hooks(config: MkDocsConfig) -> Iterable[Any]:
    """Give the modules of the hooks; MkDocs says that they are a list, and makes a dictionary of them."""
    return config.hooks.values() if isinstance(config.hooks, Mapping) else config.hooks
