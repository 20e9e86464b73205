"""Taking in: articles as people have them, and new sites.

The way of an article (`importing.py`): `formats.py` tells what kind of file it is; a reader of each kind (`text.py`,
`markdown.py`, `page.py`, `word.py`) gives its lines; `known.py` looks at all lines together; `rules.py`, an ordered
list of named functions of which the first that answers wins, says what each line is; `article.py` makes the article
of that. The rules lean to one side: residue that is kept costs the editor a key, a sentence that is lost costs the
reader's trust.

What is known of the lines before the rules are asked:

- the head: what a manuscript says of itself (`labelled.py`), its title (`title.py`), names and dates (`about.py`,
  `names.py`, `bare_names.py`, `dates.py`) and its standfirst (`standfirst.py`), by `head.py`; over it a manuscript may
  have a letter to the editor (`letter.py`);
- the end: `tail.py`, with biographies, notes, comments and footers in modules of their own;
- what a page hides from its readers at first (`hidden.py`);
- residue by its words (`residue.py`), which stand in `vocabulary.toml`;
- where no list of words can help, measures: whether a title shares words with its text (`topic.py`), which lines only
  name headings or number pages (`contents.py`, `printed.py`), what stands beside a line (`neighbours.py`), how much
  of it is a site's business (`site_talk.py`), which lines are links and nothing else (`linked.py`), where running
  text becomes thin (`density.py`), where a row of other articles or of comments begins (`other_articles.py`), in
  which short lines sentences go on (`short_lines.py`).

Beside it, `stubs.py` makes entries of suggestions, and `new_site.py` a new site: the program goes with it, so that it
builds for as long as its folder is kept. What it shares with the default site is copied from there, or from the
package's folder `frame`, into which the package's build puts the same files where it is installed.
"""
