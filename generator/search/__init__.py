"""Search at size: where a site chose Pagefind, what Material's search would have found, laid out for it.

Material's search is one file, which a browser reads whole before it finds anything. Pagefind's index is in small
pieces, of which a search asks for a few. The field, the list of results and the words in it stay the theme's:

- `choice.py` tells by `extra.search` whether the site wants it. Pagefind is WebAssembly, which the policy lets be
  compiled in such sites alone.
- `records.py` writes the very entries that Material's plugin gathered as pages for Pagefind: names and title as
  metadata, each section under its address. Material's own index stays without a page.
- `pagefind.py` makes the index under `site/pagefind/`. It has no stemmer, as names must not be cut, and the same
  bytes each time: the command is run, since Pagefind's Python interface (1.5.2) ends the program before the last
  files are whole, and answers ten times a second.
- `worker.js` takes the place of Material's worker: it is asked in the same messages and gives the same sections,
  marks and names. It loads Pagefind at the first query, passes over the words that Pagefind takes for want of better,
  and looks a misspelt name up in a list of the words of all names, by edit distance (optimal string alignment).

A builder that runs no hooks, as Zensical, keeps its own search.
"""
