"""What changed between two states of the content: one edit, and exactly the changes that it is."""

from __future__ import annotations

import errno
import json
import subprocess
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Command
from export_support import lay_out

from generator.build import understand
from generator.intake.history_file import Recorded, record_release
from generator.knowledge.changes import what_changed
from generator.model import Change, Difference

BASE = {
    "articles/news.md": "---\ntitle: News\ndate: 2024-03\n---\n\nAda Holm leads the Union. It struck in March.\n",
    "actors/ada-holm.yml": (
        "name: Ada Holm\naliases: [A. Holm]\nrole: foreman\nrelations:\n"
        "- {type: leads, target: union, evidence: {article: news, quote: Ada Holm leads the Union}}\n"
        "- {type: met_with, target: bo-lund}\n"
        "statements:\n- text: The union struck early in March.\n"
        "  evidence: {article: news, quote: It struck in March}\n"
    ),
    "actors/bo-lund.yml": "name: Bo Lund\n",
    "groups/union.yml": "name: The Union\nfounded: 1999\n",
    "events/strike.yml": "name: Strike\ndate: 2024-03\nparticipants: [{entity: union}]\nplace: port\n",
    "places/port.yml": "name: Port\n",
}
SHE_LEADS, SAID = "Ada Holm leads The Union", "Ada Holm leads the Union"
MET = "- {type: met_with, target: bo-lund}\n"
LEADS = "{type: leads, target: union,"
EVIDENCE = ", evidence: {article: news, quote: Ada Holm leads the Union}"
# The file, the words that are replaced ("" for a new file, None for one that is removed), the new ones; what is told.
CASES: dict[str, tuple[list[tuple[str, str | None, str]], list[tuple[str, str, str]]]] = {
    "nothing": ([], []),
    "a comment": ([("groups/union.yml", "name", "# checked\nname")], []),
    "an entry added": (
        [("glossary/quay.yml", "", "name: Quay\n")],
        [("entry-added", "quay", "Quay has an entry.")],
    ),
    "an entry removed": (
        [("actors/bo-lund.yml", None, ""), ("actors/ada-holm.yml", MET, "")],
        [
            ("entry-removed", "", "The entry on Bo Lund was removed."),
            ("tie-withdrawn", "ada-holm", "It is no longer said that Ada Holm met with Bo Lund."),
        ],
    ),
    "an id renamed": (
        [
            ("actors/bo-lund.yml", None, ""),
            ("actors/bo.yml", "", "name: Bo Lund\nformerly: [bo-lund]\n"),
            ("actors/ada-holm.yml", "target: bo-lund", "target: bo"),
        ],
        [("entry-renamed", "bo", "The entry on Bo Lund has another address; the old one, bo-lund, leads to it.")],
    ),
    "two entries merged": (
        [
            ("places/port.yml", None, ""),
            ("places/harbour.yml", "", "name: Harbour\nformerly: [port]\naliases: [Port]\n"),
            ("events/strike.yml", "place: port", "place: harbour"),
            ("actors/bo-lund.yml", None, ""),
            ("actors/ada-holm.yml", MET, ""),
            ("actors/ada-holm.yml", "aliases: [A. Holm]", "aliases: [A. Holm, Bo Lund]\nformerly: [bo-lund]"),
        ],
        [
            ("entry-renamed", "harbour", "The entry on Harbour has another address; the old one, port, leads to it."),
            ("entries-merged", "ada-holm", "The entry on Bo Lund was merged into that on Ada Holm."),
            ("name-changed", "harbour", "Port is now called Harbour."),
        ],
    ),
    "two entries merged, and the name of one is not kept": (
        [
            ("actors/bo-lund.yml", None, ""),
            ("actors/ada-holm.yml", MET, ""),
            ("actors/ada-holm.yml", "role: foreman", "role: foreman\nformerly: [bo-lund]"),
        ],
        [
            ("entries-merged", "ada-holm", "The entry on Bo Lund was merged into that on Ada Holm."),
            ("name-changed", "ada-holm", "“Bo Lund” is no longer given as a name of Ada Holm."),
        ],
    ),
    "an entry split": (
        [
            ("groups/dockers.yml", "", "name: Dockers\n"),
            ("actors/ada-holm.yml", LEADS, "{type: leads, target: dockers,"),
        ],
        [
            ("entry-added", "dockers", "Dockers has an entry."),
            ("tie-added", "ada-holm", "Ada Holm leads Dockers."),
            ("tie-withdrawn", "ada-holm", "It is no longer said that Ada Holm leads The Union."),
        ],
    ),
    "a name and an alias": (
        [("actors/ada-holm.yml", "aliases: [A. Holm]", "aliases: [Ada H.]")],
        [
            ("name-changed", "ada-holm", "Ada Holm is also called Ada H."),
            ("name-changed", "ada-holm", "“A. Holm” is no longer given as a name of Ada Holm."),
        ],
    ),
    "a tie added": (
        [("actors/bo-lund.yml", "name: Bo Lund\n", "name: Bo Lund\nrelations: [{type: member_of, target: union}]\n")],
        [("tie-added", "bo-lund", "Bo Lund is a member of The Union.")],
    ),
    "a tie told from its other end": (
        [
            ("actors/ada-holm.yml", MET, ""),
            (
                "actors/bo-lund.yml",
                "name: Bo Lund\n",
                "name: Bo Lund\nrelations: [{type: met_with, target: ada-holm}]\n",
            ),
        ],
        [],
    ),
    "a tie ended": (
        [("actors/ada-holm.yml", LEADS, LEADS + " until: 2025,")],
        [("tie-ended", "ada-holm", "Ada Holm leads The Union: this ended 2025.")],
    ),
    "a tie dated": (
        [("actors/ada-holm.yml", LEADS, LEADS + " since: 2020,")],
        [("date-corrected", "ada-holm", "Ada Holm leads The Union: the beginning is now given: 2020.")],
    ),
    "a tie less sure": (
        [("actors/ada-holm.yml", LEADS, LEADS + " stance: disputed,")],
        [("tie-changed", "ada-holm", "Ada Holm leads The Union: this is now disputed; it was stated.")],
    ),
    "a quote corrected": (
        [("actors/ada-holm.yml", "quote: Ada Holm leads the Union", "quote: leads the Union")],
        [
            (
                "quote-corrected",
                "ada-holm",
                f"{SHE_LEADS}: the words that it rests on were “{SAID}” and are now “leads the Union”.",
            )
        ],
    ),
    "quotes, two for one": (
        [
            ("articles/news.md", "It struck", "She is old. It struck"),
            (
                "actors/ada-holm.yml",
                "evidence: {article: news, quote: Ada Holm leads the Union}",
                "evidence: [{article: news, quote: leads the Union}, {article: news, quote: She is old}]",
            ),
        ],
        [
            ("article-revised", "", "The text of “News” was revised: 1 paragraph is reworded."),
            (
                "quote-corrected",
                "ada-holm",
                f"{SHE_LEADS}: the words that it rests on were “{SAID}” and are now “leads the Union”.",
            ),
            ("quote-corrected", "ada-holm", f"{SHE_LEADS}: the words “She is old” were added as evidence."),
        ],
    ),
    "evidence lost": (
        [("actors/ada-holm.yml", EVIDENCE, "")],
        [
            (
                "quote-corrected",
                "ada-holm",
                "Ada Holm leads The Union: this no longer rests on an article and is background.",
            )
        ],
    ),
    "a date corrected": (
        [("events/strike.yml", "date: 2024-03", "date: 2024-03-04"), ("groups/union.yml", "1999", "1998")],
        [
            ("date-corrected", "strike", "Strike: the date was 2024-03 and is now 2024-03-04."),
            ("date-corrected", "union", "The Union: the date of its founding was 1999 and is now 1998."),
        ],
    ),
    "facts": (
        [
            ("actors/ada-holm.yml", "role: foreman", "role: mayor\nsummary: A mayor."),
            ("events/strike.yml", "{entity: union}", "{entity: union, role: strikers}"),
        ],
        [
            ("fact-changed", "ada-holm", "Ada Holm: the role was foreman and is now mayor."),
            ("fact-changed", "ada-holm", "Ada Holm: the summary is new."),
            ("fact-changed", "strike", "Strike: who took part was The Union and is now The Union (strikers)."),
        ],
    ),
    "other words": (
        [
            ("actors/ada-holm.yml", "role: foreman", "role: foreman\nprofile: Long.\nnative_name: {nb: Ada, de: Adda}"),
            ("articles/news.md", "date: 2024-03", "authors: [B. B.]\ndate: 2024-03"),
        ],
        [
            ("article-revised", "", "“News”: the by-line is now given: B. B."),
            ("fact-changed", "ada-holm", "Ada Holm: the name in its own language is now given: Adda (de), Ada (nb)."),
            ("fact-changed", "ada-holm", "Ada Holm: the profile is new."),
        ],
    ),
    "a statement reworded": (
        [("actors/ada-holm.yml", "The union struck early in March.", "In March came the strike.")],
        [
            (
                "statement-reworded",
                "ada-holm",
                "“The union struck early in March.” now reads: “In March came the strike.”",
            )
        ],
    ),
    "a statement moved, one new": (
        [("groups/union.yml", "founded", "statements: [{text: It is small.}]\nfounded")],
        [("statement-added", "union", "New on The Union: “It is small.”")],
    ),
    "an article revised": (
        [("articles/news.md", "It struck in March.\n", "It struck in March.\n\nThen it rained.\n")],
        [
            (
                "article-revised",
                "",
                "The text of “News” was revised: 1 paragraph is new.",
            )
        ],
    ),
    "an article renamed": (
        [
            ("articles/news.md", None, ""),
            ("articles/march.md", "", BASE["articles/news.md"].replace("title", "formerly: [news]\ntitle")),
            ("actors/ada-holm.yml", "article: news", "article: march"),
        ],
        [("article-renamed", "", "“News” has another address; the old one, news, leads to it.")],
    ),
}


def edited(edits: list[tuple[str, str | None, str]]) -> dict[str, str]:
    """Apply edits to the base."""
    files = dict(BASE)
    for name, old, new in edits:
        if old is None:
            del files[name]
        elif old:
            assert old in files[name]
            files[name] = files[name].replace(old, new)
        else:
            files[name] = new
    return files


@pytest.mark.parametrize("name", list(CASES))
def test_an_edit_is_told_as_what_it_is(name: str, tmp_path: Path) -> None:
    """Each edit gives its changes and no other; what only files show, or another order, gives none."""
    edits, expected = CASES[name]
    before, after = (understand(lay_out(tmp_path / at, files)) for at, files in (("old", BASE), ("new", edited(edits))))
    assert [problem for problem in after.problems if problem.severity == "error"] == []
    found = what_changed(before.knowledge, after.knowledge)
    assert [(str(one.what), one.entry, one.text) for one in found] == expected


RUNS = "{type: leads, target: union, since: 2001, until: 2003}"
AGAIN = "{type: leads, target: union, since: 2008}"
FIRST = "{type: leads, target: union, since: 1990, until: 1991}"
MERGED = ("entries-merged", "The entry on Bo Lund was merged into that on Ada Holm.")
# The relations of Bo Lund and of Ada Holm, before and after, of which some are alike but for their dates; what is told.
TIES: dict[str, tuple[tuple[str, str], tuple[str, str], list[tuple[str, str]]]] = {
    "the first of two is withdrawn": (
        (f"[{RUNS}, {AGAIN}]", "[]"),
        (f"[{AGAIN}]", "[]"),
        [("tie-withdrawn", "It is no longer said that Bo Lund leads The Union.")],
    ),
    "their order is another": ((f"[{RUNS}, {AGAIN}]", "[]"), (f"[{AGAIN}, {RUNS}]", "[]"), []),
    "one comes before them, one of them ends": (
        (f"[{RUNS}, {AGAIN}]", "[]"),
        (f"[{FIRST}, {RUNS}, {AGAIN.replace('2008', '2008, until: 2010')}]", "[]"),
        [
            ("tie-added", "Bo Lund leads The Union (ended 1991)."),
            ("tie-ended", "Bo Lund leads The Union: this ended 2010."),
        ],
    ),
    "both ends of the period corrected": (
        (f"[{RUNS}]", "[]"),
        (f"[{RUNS.replace('2001', '2000').replace('2003', '2004')}]", "[]"),
        [
            ("date-corrected", "Bo Lund leads The Union: the beginning was 2001 and is now 2000."),
            ("date-corrected", "Bo Lund leads The Union: the end was 2003 and is now 2004."),
        ],
    ),
    "those of two that become one": (
        ("[{type: leads, target: union}]", "[{type: leads, target: union}]"),
        ("", "[{type: leads, target: union}]"),
        [MERGED],
    ),
    "those of two that become one, of which one is withdrawn": (
        ("[]", f"[{RUNS}, {AGAIN}]"),
        ("", f"[{AGAIN}]"),
        [MERGED, ("tie-withdrawn", "It is no longer said that Ada Holm leads The Union.")],
    ),
    "those of two that become one, of which one that both had is withdrawn": (
        (f"[{RUNS}]", f"[{RUNS}, {AGAIN}]"),
        ("", f"[{AGAIN}]"),
        [MERGED, ("tie-withdrawn", "It is no longer said that Ada Holm leads The Union.")],
    ),
    "those of two that become one, and a new one": (
        (f"[{RUNS}]", f"[{RUNS}]"),
        ("", f"[{RUNS}, {AGAIN}]"),
        [MERGED, ("tie-added", "Ada Holm leads The Union.")],
    ),
    "those of two that become one, both kept": (
        (f"[{RUNS}]", f"[{RUNS}]"),
        ("", f"[{RUNS}, {RUNS}]"),
        [MERGED],
    ),
}


@pytest.mark.parametrize("name", list(TIES))
def test_of_ties_that_are_alike_each_is_compared_with_its_own(name: str, tmp_path: Path) -> None:
    """Ties of one type with the same ends are told apart by their dates, then by their beginning."""
    told, states = TIES[name][2], []
    for at, (bo, ada) in enumerate(TIES[name][:2]):
        files = {"groups/union.yml": "name: The Union\n", "actors/ada-holm.yml": f"name: Ada Holm\nrelations: {ada}\n"}
        if bo:
            files["actors/bo-lund.yml"] = f"name: Bo Lund\nrelations: {bo}\n"
        else:
            files["actors/ada-holm.yml"] += "aliases: [Bo Lund]\nformerly: [bo-lund]\n"
        states.append(understand(lay_out(tmp_path / str(at), files)))
    assert [problem for state in states for problem in state.problems if problem.severity == "error"] == []
    assert [(one.what, one.text) for one in what_changed(states[0].knowledge, states[1].knowledge)] == told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("One.\n\nTwo is long.\n", "One.\n\nTwo is longer.\n", "1 paragraph is reworded"),
        ("One.\n\nTwo.\n\nThree.\n", "One.\n", "2 paragraphs are no longer there"),
        (
            "It rains today.\n\nGone.\n",
            "It rains tonight.\n\nA wholly other one.\n\nAnd yet another.\n",
            "2 paragraphs are new, 1 is reworded, 1 is no longer there",
        ),
        ("One.\n\nTwo.\n", "Two.\n\nOne.\n", ""),
    ],
)
def test_a_revised_text_is_told_by_its_paragraphs(before: str, after: str, told: str, tmp_path: Path) -> None:
    """Paragraphs that are new, reworded or gone are counted; those in another order have not changed."""
    states = [
        understand(lay_out(tmp_path / str(at), {"articles/news.md": f"---\ntitle: News\n---\n\n{text}"})).knowledge
        for at, text in enumerate((before, after))
    ]
    texts = [one.text for one in what_changed(states[0], states[1])]
    assert texts == ([f"The text of “News” was revised: {told}."] if told else [])


def test_two_articles_may_become_one(tmp_path: Path) -> None:
    """The addresses of both lead to it, and neither is told as removed."""
    text = "---\ntitle: {}\n{}---\n\nIt rains.\n"
    old = {"articles/a.md": text.format("A", ""), "articles/b.md": text.format("B", "")}
    new = {"articles/c.md": text.format("A", "formerly: [a, b]\n")}
    states = [understand(lay_out(tmp_path / str(at), files)).knowledge for at, files in enumerate((old, new))]
    assert [one.text for one in what_changed(states[0], states[1])] == [
        "“A” has another address; the old one, a, leads to it.",
        "“A” has another address; the old one, b, leads to it.",
    ]


def test_the_same_content_has_not_changed() -> None:
    """Compared with itself, the default site gives nothing."""
    known = understand(ROOT / "content").knowledge
    assert what_changed(known, known) == ()


# ---------------------------------------------------------------------------------------------- keeping them

CHANGE = Change(Difference.ENTRY_ADDED, "quay", "Quay: “it” has an entry.")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (None, Recorded.ADDED),
        ("releases:\n", Recorded.ADDED),
        ("# mine\nreleases:\n- date: 2024-01-01   # first\n  changes: []\n", Recorded.ADDED),
        ("releases:\n  - date: 2024-01-01\n    changes: []", Recorded.ADDED),
        ("releases: [{date: 2024-01-01}]\n", Recorded.MISFIT),
        ("releases:\n- date: '2024-03-05'\n", Recorded.ALREADY),
        ("releases: {}\n", Recorded.MISFIT),
        ("releases: [\n", Recorded.UNREADABLE),
        ("- a list\n", Recorded.UNREADABLE),
    ],
)
def test_a_release_is_added_at_the_end_and_all_else_stays(text: str | None, outcome: Recorded, tmp_path: Path) -> None:
    """What stood in the file stays byte for byte; where a release cannot be added nothing is written."""
    path = tmp_path / "changes.yml"
    if text is not None:
        path.write_text(text, "utf-8")
    assert record_release(path, "2024-03-05", [CHANGE]) is outcome
    if outcome is Recorded.ADDED:
        whole = path.read_text("utf-8")
        assert whole.startswith((text or "").rstrip())
        last = yaml.safe_load(whole)["releases"][-1]
        change = {"what": "entry-added", "entry": "quay", "text": "Quay: “it” has an entry."}
        assert last == {"date": "2024-03-05", "changes": [change]}
    else:
        assert path.read_text("utf-8") == text


def test_a_history_that_cannot_be_written_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a full disk nothing is left beside the file, and what stood in it stands there still."""
    path = tmp_path / "changes.yml"
    path.write_text("releases:\n", "utf-8")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "chmod", full)
    with pytest.raises(OSError, match="No space"):
        record_release(path, "2024-03-05", [CHANGE])
    assert [one.name for one in tmp_path.iterdir()] == ["changes.yml"]
    assert path.read_text("utf-8") == "releases:\n"


def test_the_command_compares_with_a_revision_or_a_folder_and_keeps_a_release(
    tmp_path: Path, backgrounder: Command
) -> None:
    """Of two releases of a content folder what changed is printed, and with `--record` kept for page and feed."""
    lay_out(tmp_path, BASE)
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], [*author, "commit", "-qm", "First"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    lay_out(tmp_path, edited(CASES["a date corrected"][0]))
    done = backgrounder("changes", "--json", "--record", "2024-03-05", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["what"], one["entry"]) for one in told] == [("date-corrected", "strike"), ("date-corrected", "union")]
    again = backgrounder("changes", "--record", "2024-03-05", cwd=tmp_path)
    assert (again.returncode, "that day already" in again.stderr) == (1, True)
    lay_out(tmp_path / "earlier", BASE)
    folder = backgrounder("changes", "--against", "earlier/content", "--markdown", cwd=tmp_path)
    assert folder.stdout.startswith("### Date corrected\n\n- Strike: the date was 2024-03 and")
    assert backgrounder("generate", cwd=tmp_path).returncode == 0
    page = (tmp_path / "docs/whats-changed.md").read_text("utf-8")
    assert "## Changes up to 5 March 2024 {: #release-2024-03-05 }" in page
    assert "[Strike](events/strike.md){.entity}: the date was 2024-03 and is now 2024-03-04." in page
    assert "Changes up to 5 March 2024" in (tmp_path / "docs/feed.xml").read_text("utf-8")


@pytest.mark.parametrize("words", [["--against", "no-such-revision"], ["--record", "March"], ["--record", "2024-03"]])
def test_wrong_usage_is_told(words: list[str], tmp_path: Path, backgrounder: Command) -> None:
    """A revision that is none, or a day that is none, ends with 2 and writes nothing."""
    lay_out(tmp_path, BASE)
    done = backgrounder("changes", *words, cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "content/changes.yml").exists()
