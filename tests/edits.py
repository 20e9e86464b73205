"""A small site that is edited at random: its files, and the edits of which a run is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import strategies as st

Files = dict[str, str]
Edit = Callable[[Files], None]

SENTENCES = (
    "Ann Lund met Bo Lund in Saltby on 3 May 2019.",
    "Lund spoke of the Salt Party, and Lund left.",
    "“We shall row on,” said Ann Lund, the mayor of Saltby.",
    "His wife said: “Nobody asked us about the quay.”",
    "The Great Flood of 1953 came back to them last year.",
    "The SP and its chair, Carl Reed, met the Dock Union.",
    "Reed said the party would “hold the pier” until Friday.",
    "Nobody in Saltby would speak of tidalism after the Great Flood.",
    "“It is theirs,” the chair said. “It was always theirs.”",
    "A stranger, Jill Reed, came with the Saltby Herald.",
    "[[carl-reed|The old chair]] went home to [[saltby]].",
    "On 1 February 1953 the Great Flood took the quay.",
    "## What the mayor said",
    "What was decided was not told [[nobody]].",
)
ENTRIES: Files = {
    "actors/ann-lund.yml": "name: Ann Lund\nrole: mayor of Saltby\nsummary: The mayor of Saltby.\n",
    "actors/bo-lund.yml": "name: Bo Lund\nsummary: A pilot, the husband of Ann Lund.\n",
    "actors/carl-reed.yml": "name: Carl Reed\nrole: chair of the Salt Party\nprofile: He met Ann Lund.\n",
    "groups/salt-party.yml": (
        "name: Salt Party\naliases: [SP]\nsummary: A party of Saltby.\nstatements:\n"
        "- text: The Salt Party met the Dock Union.\n  about: [dock-union]\n  asserted_by: carl-reed\n"
        "  evidence: {article: first, quote: met the Dock Union}\n"
    ),
    "groups/dock-union.yml": "name: Dock Union\nrelations:\n- {type: allied_with, target: salt-party, since: 2019}\n",
    "events/great-flood.yml": "name: Great Flood\ndate: 1953-02-01\nplace: saltby\nsummary: A flood.\n",
    "events/quay-strike.yml": "name: Quay Strike\ndate: 2018\nparticipants: [{entity: dock-union, role: struck}]\n",
    "places/saltby.yml": "name: Saltby\nsummary: A port.\n",
    "glossary/tidalism.yml": "name: Tidalism\nsummary: The belief that tides decide.\nsee_also: [salt-party]\n",
}
FIELDS = (
    "summary: Another summary, with Ann Lund in it.",
    "summary: The wife of Bo Lund.",
    "summary: A pilot who has his own boat.",
    "aliases: [Reed]",
    "aliases: [the Herald, Saltby Herald]",
    "weak_aliases: [Lund, chair]",
    "phrases: [the old chair]",
    "native_name: {de: Salzdorf}",
    "type: country",
    "type: person",
    "role: mayor",
    "link: false",
    "date: 1953-02-01",
    "date: 2019-05-03",
    "profile: Carl Reed of the Salt Party, and [[saltby]].",
    "see_also: [bo-lund, great-flood]",
    "not_to_be_confused_with: [ann-lund]",
    "within: saltby",
    "sources: [{title: The Saltby Annals, publisher: Dock Press}]",
    "formerly: [old-quay]",
    "aliases: [The Pier, The Pier]",
    "relations: [{type: part_of, target: dock-union}]",
    "relations: [{type: rows_with, target: saltby}]",
    "same_as: [https://example.org/one]",
)
HEADS = ('title: "{0}"\ndate: 2020-0{1}-01\n', 'title: "{0}"\nlinks: {{Lund: bo-lund}}\nauthors: [Carl Reed]\n')


def article(title: str, number: int, head: int, sentences: Sequence[int]) -> str:
    """Write an article of some of the sentences, each a paragraph."""
    front = HEADS[head].format(title, 1 + number % 9)
    return f"---\n{front}---\n\n" + "\n\n".join(SENTENCES[one] for one in sentences) + "\n"


def first_files() -> Files:
    """Give the site as it is before anything is edited: paths under the site's folder, and texts."""
    files = {f"content/{path}": text for path, text in ENTRIES.items()}
    files["content/articles/first.md"] = article("First words", 0, 0, [0, 5, 2, 8, 11])
    files["content/articles/second.md"] = article("Second words", 1, 1, [12, 1, 6, 9, 10])
    return files


def replaced(path: str, old: str, new: str) -> Edit:
    """Replace words in a file that has them."""

    def edit(files: Files) -> None:
        assert old in files[path]
        files[path] = files[path].replace(old, new)

    return edit


def _write(name: str, head: int, sentences: list[int]) -> Edit:
    def edit(files: Files) -> None:
        files[f"content/articles/{name}.md"] = article(f"{name} words", len(sentences), head, sentences)

    return edit


def _insert(name: str, sentence: int, at: int) -> Edit:
    def edit(files: Files) -> None:
        path = f"content/articles/{name}.md"
        if path in files:
            parts = files[path].split("\n\n")
            parts.insert(1 + at % len(parts), SENTENCES[sentence])
            files[path] = "\n\n".join(parts)

    return edit


def _field(path: str, field: str) -> Edit:
    def edit(files: Files) -> None:
        kept = [line for line in ENTRIES[path].splitlines() if not line.startswith(field.partition(":")[0] + ":")]
        files[f"content/{path}"] = "\n".join([*kept, field]) + "\n"

    return edit


def _set(path: str, text: str | None) -> Edit:
    def edit(files: Files) -> None:
        if text is None:
            files.pop(path, None)
        else:
            files[path] = text

    return edit


_NAMES = st.sampled_from(["first", "second", "third", "a-fourth"])
_NUMBERS = st.integers(0, len(SENTENCES) - 1)
_PATHS = st.sampled_from(sorted(ENTRIES))
_PAGES = st.sampled_from(["index.md", "actors/ann-lund.md", "places/saltby.md", "articles/first.md", "timeline.md"])
_OTHERS = (
    ("content/home.md", "---\ntitle: Home\n---\n\nGo to [[saltby]] or [[tidalism|the tides]].\n"),
    ("content/home.md", None),
    ("content/relations.yml", "rows_with: {label: rows with, symmetric: true}\n"),
    ("templates/parts_profile.md.j2", "{{ view.profile }} Another profile.\n"),
    ("templates/parts_profile.md.j2", "{{ view.nothing }}\n"),
    ("templates/parts_profile.md.j2", None),
    ("docs/notes.md", "Written by hand.\n"),
)
EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(_write, _NAMES, st.integers(0, 1), st.lists(_NUMBERS, max_size=5)),
    st.builds(_insert, _NAMES, _NUMBERS, st.integers(0, 9)),
    st.builds(_field, _PATHS, st.sampled_from(FIELDS)),
    st.builds(lambda path: _set(f"content/{path}", ENTRIES[path]), _PATHS),
    st.builds(lambda path: _set(f"content/{path}", None), _PATHS),
    st.builds(lambda name: _set(f"content/articles/{name}.md", None), _NAMES),
    st.sampled_from(_OTHERS).map(lambda one: _set(*one)),
    st.builds(lambda page: _set(f"docs/{page}", None), _PAGES),
    st.builds(
        lambda page, text: _set(f"docs/{page}", text), _PAGES, st.sampled_from(["Mine.\n", "---\ngenerated: x\n---\n"])
    ),
)


def read_files(site: Path) -> Files:
    """Read all files of a site."""
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*") if path.is_file()}


def write_files(site: Path, before: Files, after: Files) -> None:
    """Bring a site from one state to another."""
    for path in before.keys() - after.keys():
        (site / path).unlink()
    for path, text in after.items():
        if before.get(path) != text:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text, "utf-8")
