"""What an editor should do next (`audit`), and which links an edit changes (`plan`)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.codes import Advice

ARTICLE = '---\ntitle: T\ndate: "2024"\n---\n\n{}\n'
ENTRY = "name: {}\nsummary: S.\n{}"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Make an empty content folder with an article of two paragraphs."""
    write(tmp_path / "content", "articles/one.md", ARTICLE.format("Rosatom paid Anna Lind.\n\nThen Rosatom left."))
    return tmp_path / "content"


@pytest.mark.parametrize(
    ("name", "value", "colours"), [("CI", "true", 0), ("NO_COLOR", "1", 0), ("TERM", "dumb", 0), ("TERM", "xterm", 2)]
)
def test_colours_are_for_terminals_of_persons_who_want_them(
    content: Path, name: str, value: str, colours: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service that builds by itself gets none, and neither does who says so by NO_COLOR."""
    for other in ("CI", "NO_COLOR", "TERM"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, value)
    write(content, "groups/rosatom.yml", "name: Rosatom\n")
    words = ["audit", "--only", "stub", "--content", str(content)]
    assert CliRunner().invoke(main, words, color=True).stdout.count("\033[") == colours


def test_who_killed_somebody_is_no_victim(content: Path) -> None:
    """A person is known to be dead by a statement on his own death alone."""
    write(content, PERSON, ENTRY.format("Anna Lind", f"{IS_PERSON}statements:\n- text: Anna Lind killed a thief.\n"))
    assert advised(content, "grave-claim") == [
        '"Anna Lind killed a thief." states as fact what is grave for a living person, "Anna Lind"'
    ]


def test_a_stub_that_the_articles_name_more_comes_first(content: Path) -> None:
    """Among entries alike in what they lack, readers come most to those that are named most."""
    for name in ("Anna Lind", "Rosatom"):
        write(content, f"groups/{name[:4].lower()}.yml", f"name: {name}\n")
    assert advised(content, "stub") == ['"Rosatom" has no summary', '"Anna Lind" has no summary']


def write(content: Path, name: str, text: str) -> None:
    """Write one file of the content."""
    (content / name).parent.mkdir(parents=True, exist_ok=True)
    (content / name).write_text(text, "utf-8")


def call(*words: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, words)


def advised(content: Path, code: str, key: str = "message") -> list[str]:
    """Give what `audit` says of one kind."""
    done = call("audit", "--json", "--only", code, "--content", str(content))
    assert done.exit_code == 0, done.output
    return [json.loads(line)[key] for line in done.stdout.splitlines()]


PERSON = "actors/anna-lind.yml"
IS_PERSON = "type: person\n"
BRIBES = "statements:\n- text: She took bribes.\n"
QUOTE = "evidence: {article: one, quote: Rosatom paid Anna Lind}"
CASES = [
    ("uncatalogued", {}, '"Rosatom", a group it seems, is named 2 times and has no entry'),
    ("event-without-date", {"events/deal.yml": ENTRY.format("The deal", "")}, '"The deal" has no date'),
    ("stub", {"groups/rosatom.yml": "name: Rosatom\n"}, '"Rosatom" has no summary'),
    ("unsupported-paragraph", {}, 'no claim rests on paragraph 2, "Then Rosatom left."'),
    ("unmentioned", {"groups/eni.yml": ENTRY.format("Eni", "")}, 'no article mentions "Eni"'),
    (
        "unused-alias",
        {"groups/rosatom.yml": ENTRY.format("Rosatom", "aliases: [ROS]\n")},
        'is called "ROS" in no article',
    ),
    (
        "claim-without-evidence",
        {PERSON: ENTRY.format("Anna Lind", "statements:\n- text: She was paid.\n")},
        '"She was paid." rests on no passage',
    ),
    (
        "claim-with-one-quote",
        {
            PERSON: ENTRY.format("Anna Lind", f"statements:\n- text: She was paid.\n  {QUOTE}\n"),
            "articles/two.md": ARTICLE.format("More."),
        },
        '"She was paid." rests on one passage',
    ),
    (
        "grave-claim",
        {PERSON: ENTRY.format("Anna Lind", f"type: person\nstatements:\n- text: She took bribes.\n  {QUOTE}\n")},
        '"She took bribes." states as fact what is grave for a living person, "Anna Lind"',
    ),
    (
        "shared-name",
        {
            PERSON: ENTRY.format("Anna Lind", "type: person\n"),
            "actors/jon-lind.yml": ENTRY.format("Jon Lind", "type: person\n"),
        },
        '"Lind" is a name of "Anna Lind" and of "Jon Lind"',
    ),
    (
        "near-duplicate",
        {"groups/a.yml": ENTRY.format("Kataib Hezbollah", ""), "groups/b.yml": ENTRY.format("Kataib Hezbullah", "")},
        '"Kataib Hezbullah" and "Kataib Hezbollah"',
    ),
]


@pytest.mark.parametrize(("code", "files", "message"), CASES, ids=[case[0] for case in CASES])
def test_the_audit_tells_what_to_tend(content: Path, code: str, files: dict[str, str], message: str) -> None:
    """Each check tells its fault with the names that it concerns, and how to mend it in the words of the reference."""
    for name, text in files.items():
        write(content, name, text)
    assert any(message in told for told in advised(content, code)), advised(content, code)
    hints = {f"{told[0].upper()}{told[1:]}." for told in advised(content, code, "hint")}
    assert hints == {Advice(code).remedy}


def test_every_code_of_the_audit_has_its_case() -> None:
    """The table above leaves none out."""
    assert {case[0] for case in CASES} == set(Advice)


@pytest.mark.parametrize(
    ("code", "files"),
    [
        (
            "grave-claim",
            {
                PERSON: ENTRY.format(
                    "Anna Lind",
                    f"type: person\nstatements:\n- text: She took bribes.\n  stance: attributed\n  {QUOTE}\n",
                )
            },
        ),
        (
            "grave-claim",
            {PERSON: f"name: Anna Lind\n{IS_PERSON}summary: She died in 2003.\n{BRIBES}  {QUOTE}\n"},
        ),
        *(
            ("grave-claim", {PERSON: ENTRY.format("Anna Lind", f"{IS_PERSON}statements:\n- text: {text}\n")})
            for text in ("After the murder of the reporter Anna Lind many wept.", "Lind was killed by a thief.")
        ),
        (
            "shared-name",
            {
                PERSON: ENTRY.format("Anna Lind", "type: person\nnot_to_be_confused_with: [jon-lind]\n"),
                "actors/jon-lind.yml": ENTRY.format("Jon Lind", "type: person\nnot_to_be_confused_with: [anna-lind]\n"),
            },
        ),
        (
            "near-duplicate",
            {
                "events/a.yml": ENTRY.format("Election of 2019", ""),
                "events/b.yml": ENTRY.format("Election of 2020", ""),
            },
        ),
    ],
)
def test_the_audit_is_silent_where_the_editor_has_done_it(content: Path, code: str, files: dict[str, str]) -> None:
    """An attributed claim, one about the dead, namesakes told apart and two years are no work left."""
    for name, text in files.items():
        write(content, name, text)
    assert advised(content, code) == []


def test_the_audit_fails_only_on_what_it_is_told_to(content: Path) -> None:
    """`--fail-on` ends with 1 where there is one of that kind; the most useful comes first in the list."""
    assert call("audit", "--content", str(content), "--fail-on", "stub").exit_code == 0
    done = call("audit", "--content", str(content), "--fail-on", "uncatalogued")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[0] == "Names without an entry (2) [uncatalogued]"
    assert f"  {content.as_posix()}/articles/one.md:6:1: " in done.stdout.splitlines()[2]
    assert "2 uncatalogued, 2 unsupported-paragraph" in done.stderr


def test_a_kind_of_which_there_is_much_is_told_with_its_first_lines(content: Path) -> None:
    """What is to be done next fits a screen: the number, five lines, and how to see all; asked for, or in JSON, all."""
    for at in range(7):
        write(content, f"groups/g{at}.yml", f"name: G{at}\n")
    write(content, "events/deal.yml", "name: The deal\nsummary: S.\n")
    folder = ("--content", str(content))
    told = call("audit", *folder).stdout.split("\n\n")
    assert [part.splitlines()[0] for part in told] == [
        "Names without an entry (2) [uncatalogued]",
        "Entries without a summary (7) [stub]",
        "Events without a date (1) [event-without-date]",
        "Entries that no article mentions (8) [unmentioned]",
        "Paragraphs that no claim rests on (2) [unsupported-paragraph]",
    ]
    assert told[1].splitlines()[1] == Advice.STUB.remedy
    assert told[1].splitlines()[2:] == [
        *(f'  {content.as_posix()}/groups/g{at}.yml:1:7: "G{at}" has no summary' for at in range(5)),
        "  … and 2 more: audit --only stub",
    ]
    for words in (["--all"], ["--only", "stub"], ["--json"]):
        assert call("audit", *folder, *words).stdout.count("has no summary") == 7
    codes = [json.loads(line)["code"] for line in call("audit", *folder, "--json").stdout.splitlines()]
    assert [*dict.fromkeys(codes)] == [part.splitlines()[0].split("[")[1].removesuffix("]") for part in told]


def test_a_claim_whose_ends_a_paragraph_names_comes_first(content: Path) -> None:
    """Of the claims without a passage those are the surest work for which there may be one, and it is named."""
    write(content, "actors/aa.yml", ENTRY.format("Aa", "relations:\n- {type: allied_with, target: rosatom}\n"))
    write(content, PERSON, ENTRY.format("Anna Lind", "relations:\n- {type: allied_with, target: rosatom}\n"))
    write(content, "groups/rosatom.yml", ENTRY.format("Rosatom", "statements:\n- {text: It is large.}\n"))
    assert advised(content, "claim-without-evidence") == [
        '"anna-lind allied_with rosatom" rests on no passage, though paragraph 1 of "one" names both',
        '"aa allied_with rosatom" rests on no passage',
        '"It is large." rests on no passage',
    ]


@pytest.fixture
def repository(content: Path) -> Path:
    """Put the content under git, with an entry for the group."""
    write(content, "groups/rosatom.yml", ENTRY.format("Rosatom", ""))
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=n", "-c", "user.email=e", "commit", "-qm", "m"]):
        subprocess.run(["git", *words], cwd=content.parent, check=True)
    return content


def test_the_plan_tells_links_that_an_edit_adds_removes_and_leads_elsewhere(repository: Path) -> None:
    """A new entry adds links, one renamed leads them elsewhere, and each is told with its place."""
    assert call("plan", "--content", str(repository)).stdout == ""
    write(repository, PERSON, ENTRY.format("Anna Lind", "type: person\n"))
    (repository / "groups/rosatom.yml").rename(repository / "groups/state-corporation.yml")
    lines = call("plan", "--content", str(repository)).stdout.splitlines()
    article = f"{repository.as_posix()}/articles/one.md:6"
    assert lines == [
        f'{article}:1: "Rosatom" will link to state-corporation instead of rosatom',
        f'{article}:14: "Anna Lind" will link to anna-lind',
    ]
    (repository / "groups/state-corporation.yml").unlink()
    done = call("plan", "--content", str(repository), "--markdown")
    assert f"| `{article}` | Rosatom | `rosatom` | no link |" in done.stdout
    assert "1 link added, 1 link removed" in done.stdout


def test_a_plan_needs_a_revision_that_git_knows(repository: Path, tmp_path: Path) -> None:
    """What git does not know is wrong usage, told in git's words."""
    assert "nope" in call("plan", "--content", str(repository), "--against", "nope").stderr
    assert call("plan", "--content", str(repository), "--against", "--output=x").exit_code == 2
    assert not (tmp_path / "x").exists()
