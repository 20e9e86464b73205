"""Showing: from knowledge to Markdown pages, and onto the disk.

`pages.py` says which pages there are. The views (`article.py`, `entity.py`, `overview.py`, and `list_pages.py` for
what may go on over several pages) make plain values, `templates.py` makes text of them. On the way:

- what an editor or an author wrote goes through `escape.py`, the one place that makes it safe;
- `sentences.py` puts stance and speaker into words;
- `repetition.py` keeps a page from saying a thing twice: ties that differ in their other end alone are one sentence,
  and a statement that says the same as a tie takes its place;
- `cards.py` puts into the front matter of a page what the hover cards of links to it say, `structured.py` what
  machines read of it;
- `output.py` writes pages, `data_files.py` downloads, `image_files.py` images: only what changed, and nothing of a
  person's.
"""
