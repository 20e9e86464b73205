"""What was rendered before and need not be rendered again: pages as MkDocs makes them, kept between builds.

MkDocs renders every page at every build. Here the HTML of a page is kept under a key of all that it depends on, and a
page whose key is known is taken from there: the bytes of the site stay the same, and most of the time is saved.
Nothing rests on it: where the store cannot be read, or a plugin or an extension that is not known here may change
pages, MkDocs renders as it always does, and the build says so. `extra: {render_cache: false}` in `mkdocs.yml` turns
it off.

`cache.py` has the steps of a build. What is kept of a page:

- its body (`bodies.py`: HTML, headings, anchors, links) under a key of its source and its place;
- what the search finds on it, and the whole page (`outputs.py`), under a key of the body, the front matter and all
  that stands around: navigation, theme, configuration, hooks, versions of all packages (`surroundings.py`).

All of it is in one SQLite file under `.cache/` (`store.py`): a record that does not match its digest is not believed,
a file that is damaged or of another layout is begun anew, and what was not used goes when it grows. What was
complained of while it was rendered (`listening.py`) is not kept, so that each build complains again. What is missing
is rendered on all cores (`workers.py`).

Pages that are as they were are not even asked for (`settled.py`). The last build leaves a row for each page that
nothing was complained of (`ledger.py`), and the site that it made is put aside before MkDocs empties the folder
(`aside.py`): what holds the right bytes comes back, all else is made. Whether a file holds what it held is told by
its size, times and number, once it has rested, as git does it, or by reading it (`stamps.py`). Links to anchors are
looked at for all pages, and the search index is put together from pieces (`index.py`). In a preview, which rebuilds
in the process that serves, pages that nobody edited are not even made, but for those in the navigation, whose titles
stand on every page (`unedited.py`).

Several machines can fill the store. `shard K/N` is a build of one share of the pages that ends before anything is
written (`splitting.py`); `join` puts the files of all shares into the store (`shards.py`), where an ordinary build
finds them. A record of another content, theme or version has another key, so a share that is lost or stale costs only
time.
"""
