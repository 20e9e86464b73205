"""The way from MkDocs to the program: it writes the pages before `mkdocs build` and `mkdocs serve`.

Nothing rests on it: `python -m generator generate` writes the same pages, and any builder of Markdown makes the site of
them. It saves the editor that command, and in the preview it turns an edit of the content into one rebuild.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from watchdog.events import FileModifiedEvent
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch
from watchdog.observers.polling import PollingObserver

# `mkdocs build` does not look for modules in the site's folder, where the generator stands if it was not installed.
sys.path.append(str(Path(__file__).resolve().parent.parent))

from generator import build, compact, preview
from generator.problems import Problem, Severity
from generator.render_cache import shards
from generator.render_cache.aside import Aside
from generator.render_cache.cache import RenderCache
from generator.render_cache.store import LIMIT, Store, place
from generator.render_cache.surroundings import unknown_makers
from generator.render_cache.unedited import unedited
from generator.search import choice, pagefind
from generator.search.records import page_of
from generator.stored import Stored
from generator.warm_up import WarmUp

# Under "mkdocs." a warning would make `--strict` fail, and a name that is left unlinked is no reason for that.
_errors = logging.getLogger("mkdocs.backgrounder")
_warnings = logging.getLogger("backgrounder")

_WORKER = "javascripts/search-worker.js"

_store: Store | None = None
_cache: RenderCache | None = None
_aside: Aside | None = None
_joined: Mapping[str, str] | None = None


def on_startup(command: str, *, dirty: bool) -> None:
    """Note what is run, and give the build a fixed day, so that a site built tomorrow has the same bytes."""
    preview.serving, preview.dirty = command == "serve", dirty
    os.environ.setdefault("SOURCE_DATE_EPOCH", "315532800")  # 1980-01-01, the first day that archives can hold
    if dirty:
        # It warns that navigation and links may be wrong, which those of pages that the generator wrote are not.
        logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.getMessage())


@event_priority(100)  # before the search plugin, which asks the theme for a template
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Keep what a preview makes of the theme from one rebuild to the next, until the theme is edited.

    A preview has no policy: MkDocs tells its pages by an inline script when to load anew.
    """
    if preview.serving:
        theme = config.theme
        preview.frame.look(Path(config.config_file_path), Path(theme.custom_dir or ""))
        theme.get_env = partial(preview.frame.environment, theme.get_env)  # type: ignore[method-assign] # for this build
        config.extra["policy"] = ""
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Write the pages. A fault in the content stops `build`; `serve` tells it and shows the pages as they were."""
    if preview.warm_up is not None:
        preview.warm_up.end()
    if preview.edits is not None:
        preview.edits.build_begins()
    site, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
    folders = _folders(config)
    stored = Stored(_as_typed(site / ".cache"), *folders)
    memory = preview.memory or stored.load()
    done = build.generate(
        *folders,
        images=not preview.serving and not shards.order,  # the build that joins the shards draws them
        data=preview.edits is None,  # in a preview only once, at its beginning
        memory=memory,
    )
    if preview.serving:
        preview.memory = memory  # for the next rebuild; so it is kept for the next process only once, at its beginning
    if preview.edits is None:
        stored.save(memory)
    for line in stored.told:
        _warnings.warning(line)
    _tell(done.problems, whole=done.written is not None)
    if done.written is not None and preview.serving:
        _forget(done.written.removed, Path(config.site_dir))
    if done.written is None and not (preview.serving and (docs / "index.md").exists()):
        raise PluginError("There are errors, told above; no page was written.")
    _put_aside(config)


def _folders(config: MkDocsConfig) -> tuple[Path, Path, Path]:
    """Give those of the content, of the pages and of the site's own templates."""
    site = Path(config.config_file_path).parent
    return _as_typed(site / "content"), _as_typed(Path(config.docs_dir)), _as_typed(site / "templates")


def _put_aside(config: MkDocsConfig) -> None:
    """Keep the site of the last build out of the way of MkDocs, which is about to remove it."""
    global _aside  # noqa: PLW0603 - as in on_nav
    _aside = None
    if not (preview.serving or preview.dirty or shards.order or config.extra.get("render_cache") is False):
        _aside = Aside(Path(config.site_dir), place(Path(config.config_file_path).parent).parent)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Build every page anew in a preview whose configuration or theme was edited; a dirty build would pass it over."""
    if preview.dirty:
        if preview.frame.edited:
            for file in files.documentation_pages():
                file.is_modified = lambda: True  # type: ignore[method-assign] # MkDocs has no other way to say so
        unedited.hide(files, all_edited=preview.frame.edited)
    if not preview.serving:
        _choose_search(files, config)
        _make_small(files, config)
    return files


def _choose_search(files: Files, config: MkDocsConfig) -> None:
    """Give a site that chose Pagefind the worker that speaks with it, and let it run; a preview keeps Material's."""
    asked = config.extra.get("search")
    try:
        chosen = choice.wants_pagefind(asked, len(files.documentation_pages())) and _search_plugin(config) is not None
    except choice.UnknownSearchError as error:
        raise PluginError(str(error)) from None
    if not chosen:
        return
    if not pagefind.installed():
        if asked != "auto":
            raise PluginError(pagefind.MISSING)
        _warnings.warning("%s Until then the site has the theme's search.", pagefind.MISSING)
        return
    config.extra["search_worker"] = _WORKER
    config.extra["policy"] = choice.with_wasm(config.extra.get("policy") or "")
    worker = (Path(choice.__file__).parent / "worker.js").read_text("utf-8")
    files.append(File.generated(config, _WORKER, content=compact.script(worker)))
    headers = files.get_file_from_path("_headers")
    if headers is not None:
        files.remove(headers)
        files.append(File.generated(config, "_headers", content=choice.with_wasm(headers.content_string)))


def _make_small(files: Files, config: MkDocsConfig) -> None:
    """Put one stylesheet in the place of the site's own, and scripts without comments in the place of theirs."""
    own = (
        file for file in files if file.src_dir == config.docs_dir and not file.src_uri.endswith((".min.css", ".min.js"))
    )
    written = {file.src_uri: file for file in own if file.src_uri.endswith((".css", ".js"))}
    styles = {uri: file.content_string for uri, file in written.items() if uri in config.extra_css}
    styled, made = compact.stylesheets(config.extra_css, styles)
    texts = {uri: file.content_string for uri, file in written.items() if uri.endswith(".js")}
    scripts, joined = compact.scripts(map(str, config.extra_javascript), texts)
    gone = {*config.extra_css, *map(str, config.extra_javascript)} - {*styled, *scripts}
    made |= {uri: compact.script(text) for uri, text in texts.items() if uri not in gone} | joined
    for uri in {*made, *gone} & set(written):
        files.remove(written[uri])
    for uri in sorted(set(made) - gone):
        files.append(File.generated(config, uri, content=made[uri]))
    config.extra_css = styled
    if joined:
        kept = [one for one in config.extra_javascript if str(one) in scripts]
        config.extra_javascript = [*joined, *kept]


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Take from the store what was rendered before, and keep what MkDocs renders now."""
    global _store, _cache, _joined  # noqa: PLW0603 - MkDocs loads this file anew for each build, of which these are parts
    _store = _cache = _joined = None
    order = shards.order
    if config.extra.get("render_cache") is False:
        if order:
            raise PluginError("Pages cannot be rendered in shares while `extra: {render_cache: false}` is set.")
        return
    unknown = unknown_makers(config, __name__)
    if unknown:
        if _aside is not None:
            _aside.drop()
        message = f"Every page is rendered at every build: {', '.join(unknown)} may change it in unknown ways."
        if order:
            raise PluginError(f"Pages cannot be rendered in shares. {message}")
        _warnings.warning(message)
        return
    kept = _as_typed(place(Path(config.config_file_path).parent))
    # A rebuild uses few records; that is no reason to drop the others.
    _store = Store(order.store(kept) if order else kept, limit=LIMIT if preview.edits is None else None)
    # Only a process without threads may fork: a preview has them as soon as it serves.
    shard = order.shard if order else None
    left = unedited if preview.dirty else _aside
    _cache = RenderCache(config, _store, parallel=preview.edits is None, shard=shard, left=left)
    _joined = shards.taken(_store)
    _cache.bodies(nav, files)


def on_env(env: Environment, **_: object) -> None:
    """Take whole pages from the store, or end here where only a shard of them is wanted."""
    if _cache is None:
        return
    _cache.outputs(env)
    if shards.order:
        shards.write(shards.order, _cache.surroundings, _cache.records())
        raise shards.MadeError
    if _joined is not None:
        _tell_of_shards(_joined, _cache)


def _tell_of_shards(joined: Mapping[str, str], cache: RenderCache) -> None:
    """Say which shards are not of this site, and how many pages they left to be rendered here."""
    for path, surroundings in joined.items():
        if surroundings != cache.surroundings.hex():
            _warnings.warning("%s is of no use: it was made with another program, configuration or theme.", path)
    if cache.rendered:
        named = ", ".join(cache.rendered[:3]) + (", …" if len(cache.rendered) > 3 else "")  # noqa: PLR2004 - enough to know
        _warnings.warning("Pages that were in no share and are rendered here: %d (%s)", len(cache.rendered), named)


def on_build_error(**_: object) -> None:
    """Keep what was rendered before the fault, and the site as it was, if it was not begun anew."""
    if _aside is not None:
        _aside.give_back()
    _close_store()


def _close_store() -> None:
    """Keep what was rendered, and say what was found wrong with what was kept, once where many builds follow."""
    if _store is not None:
        _store.close()
        for line in _store.told if preview.edits is None else ():
            _warnings.warning(line)


def on_shutdown(**_: object) -> None:
    """Put the site back as it was where a build was broken off before it began to write."""
    if _aside is not None:
        _aside.give_back_if_held()


@event_priority(50)  # before the search plugin writes its index
def on_post_build(config: MkDocsConfig) -> None:
    """Keep the preview's search whole: the plugin adds rebuilt pages to the old index, but takes only one page out.

    Where the site has Pagefind, what the plugin gathered goes there, and into its own file nothing of it.
    """
    plugin = _search_plugin(config)
    if _cache is not None:
        _cache.finish(getattr(plugin, "search_index", None), as_text=not config.extra.get("search_worker"))
    else:
        _take_out_rebuilt(plugin, Path(config.site_dir))
    _close_store()
    if config.extra.get("search_worker"):
        _index_for_pagefind(plugin.search_index, config)


def _take_out_rebuilt(plugin: Any, site: Path) -> None:  # noqa: ANN401 - Material's class, without types
    """Take out of the index of the last rebuild, to which the plugin adds, the pages that are in this one or gone."""
    previous = getattr(plugin, "search_index_prev", None)
    if previous is not None:
        rebuilt = {page_of(entry) for entry in plugin.search_index.entries}
        previous.entries = [
            entry for entry in previous.entries if page_of(entry) not in rebuilt and (site / page_of(entry)).exists()
        ]


def _index_for_pagefind(index: Any, config: MkDocsConfig) -> None:  # noqa: ANN401 - Material's class, without types
    try:
        pagefind.write_index(index.entries, index.config["separator"], Path(config.site_dir) / "pagefind")
    except pagefind.PagefindError as error:
        raise PluginError(str(error)) from None
    index.entries = []


def _search_plugin(config: MkDocsConfig) -> Any:  # noqa: ANN401 - Material's class, without types
    return config.plugins.get("material/search")


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Rebuild once for each edit: what the generator writes under docs/ is no edit, all else there is."""
    site, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
    folders = [docs, site / "content", site / "templates", Path(config.theme.custom_dir or site / "overrides")]
    server.unwatch(config.docs_dir)
    bell = Path(tempfile.mkdtemp(prefix="backgrounder-"))  # MkDocs rebuilds when it hears of an event in it
    server.watch(str(bell))

    warm_up = preview.warm_up = WarmUp(partial(_rehearse, config))

    def rebuild() -> None:
        warm_up.give_way()
        server.observer.event_queue.put((FileModifiedEvent(str(bell / "edited")), ObservedWatch(bell, recursive=True)))

    preview.edits = preview.Edits(folders, rebuild)
    # The system tells of an edit at once. Where it cannot, as on a network drive, somebody has to look now and then.
    for observer in (Observer(), PollingObserver(timeout=preview.edits.pause)):
        for folder in folders:
            if folder.is_dir():
                observer.schedule(preview.edits, str(folder), recursive=True)
        with contextlib.suppress(OSError):  # the system watches no more files
            observer.start()
    gc.freeze()  # what is loaded by now stays, and need not be looked through at each rebuild
    warm_up.start()
    return server


def _rehearse(config: MkDocsConfig) -> None:
    """Have at hand what the first edit needs."""
    if preview.memory is not None:
        build.rehearse(*_folders(config), preview.memory)
        gc.freeze()  # as above


def _forget(pages: Iterable[str], site: Path) -> None:
    """Remove what was built of pages that are gone; a dirty build does not."""
    for page in pages:
        (site / page).with_suffix(".html").unlink(missing_ok=True)


def _as_typed(path: Path) -> Path:
    """Give a path as a person would type it in the folder that the command was started in."""
    return Path(os.path.relpath(path))


def _tell(problems: Sequence[Problem], *, whole: bool) -> None:
    """Tell what is wrong; a preview tells errors at each edit, and warnings only when they come and when they go."""
    warnings = [one for one in problems if one.severity is not Severity.ERROR]
    gone: list[Problem] = []
    if preview.serving:
        warnings, gone = preview.warnings.news(warnings, whole=whole)
    for problem in problems:
        if problem.severity is Severity.ERROR:
            _errors.error(str(problem))
    for problem in warnings:
        _warnings.warning(str(problem))
    for problem in gone:
        _warnings.warning("no longer so: %s", problem)
