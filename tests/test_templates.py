"""A site's own templates stand before the built-in ones, and a fault in one is told with file and line."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import CodeType

import pytest
from jinja2 import Environment, FileSystemLoader, nodes
from knowledge_support import harbour_knowledge, known

from generator.problems import Severity
from generator.site import compiled
from generator.site.pages import render_pages
from generator.site.templates import environment


def page(templates: Path, path: str) -> str:
    """Render the invented case with a site's own templates, and give one page."""
    pages, problems = render_pages(harbour_knowledge(), templates)
    assert problems == []
    return next(page.text for page in pages if page.path == path)


def test_a_template_of_the_site_replaces_the_built_in_one(tmp_path: Path) -> None:
    """A partial can be overridden alone; all others stay."""
    (tmp_path / "parts_ties.md.j2").write_text("## Our ties {: #ties }\n\n{{ view.name }}\n", "utf-8")
    text = page(tmp_path, "groups/dock-union.md")
    assert "## Our ties {: #ties }\n\nDock Union\n" in text
    assert "## In the article {: #mentions" in text


def test_values_are_escaped_by_the_filters_of_the_place(tmp_path: Path) -> None:
    """`md` is for Markdown, `html` for HTML that Markdown does not read, `yaml` for front matter."""
    words = '{{ "<b>*x*</b>"|md }} {{ "<b>\\"x"|html }} {{ "a: b"|yaml }} {{ 3|number }}'
    (tmp_path / "timeline.md.j2").write_text(words, "utf-8")
    assert '&#60;b&#62;&#42;x&#42;&#60;/b&#62; &lt;b&gt;&quot;x "a: b" three' in page(tmp_path, "timeline.md")


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("home.md.j2", "one\n{% if %}\n", 2, "Expected an expression"),
        ("home.md.j2", "one\ntwo\n{{ nothing_such }}\n", 3, "'nothing_such' is undefined"),
        ("parts_head.md.j2", "\n{{ view.x.y }}\n", 2, "has no attribute 'x'"),
        ("cast.md.j2", "\n{{ 1 / 0 }}\n", 2, "division by zero"),
        ("network.md.j2", "{% include 'no-such.j2' %}\n", 1, "no-such.j2"),
        ("network.md.j2", "{{ sections + 1 }}\n", 1, "can only concatenate tuple"),
        ("network.md.j2", "{% include 'network.md.j2' %}\n", 1, "recursion"),
    ],
)
def test_a_faulty_template_is_a_problem(tmp_path: Path, name: str, text: str, line: int, words: str) -> None:
    """The fault is an error with the template's path and line, how to mend it, and no page is rendered."""
    (tmp_path / name).write_text(text, "utf-8")
    pages, problems = render_pages(harbour_knowledge(), tmp_path)
    assert pages == ()
    [problem] = problems
    assert (problem.location.path, problem.location.line) == ((tmp_path / name).as_posix(), line)
    assert (problem.code, problem.severity) == ("template", Severity.ERROR)
    assert words in problem.message
    assert "delete it" in problem.hint


def test_a_macro_that_is_missing_is_told_where_it_is_called(tmp_path: Path) -> None:
    """Where the fault shows in a built-in template, its path is the package's and not this machine's."""
    (tmp_path / "macros.md.j2").write_text("", "utf-8")
    _, [problem] = render_pages(harbour_knowledge(), tmp_path)
    assert problem.location.path.startswith("generator/site/templates/")


def test_a_template_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    """A file that is no UTF-8 is told like any other fault."""
    (tmp_path / "home.md.j2").write_bytes(b"\xff\xfe")
    _, [problem] = render_pages(known(), tmp_path)
    assert problem.location.path.endswith("home.md.j2")


def test_what_a_killed_process_left_half_written_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever keeps a compiled template removes what others left long ago, but not what one may be writing now."""
    monkeypatch.setattr(compiled, "TEMPLATES", tmp_path)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", None)
    (tmp_path / "a.j2").write_text("{{ 1 }}", "utf-8")
    (tmp_path / "__pycache__").mkdir()
    left, now, other = (tmp_path / "__pycache__" / name for name in (".b.pyc.17", ".a.pyc.18", "c.pyc"))
    for path in (left, now, other):
        path.write_bytes(b"half")
    for path in (left, other):
        os.utime(path, (0, 0))
    one = Environment(loader=FileSystemLoader(tmp_path), bytecode_cache=compiled.Compiled(""))  # noqa: S701 - no HTML
    assert one.get_template("a.j2").render() == "1"
    names = {path.name for path in (tmp_path / "__pycache__").iterdir()}
    assert names == {".a.pyc.18", "c.pyc", f"a.{sys.implementation.cache_tag}.pyc"}


def test_a_compiled_template_is_kept_beside_it_and_no_other_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept is read again, unless it was compiled with other options, is not whole, or may not be written."""
    monkeypatch.setattr(compiled, "TEMPLATES", tmp_path)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", None)
    (tmp_path / "own").mkdir()
    for name in ("a.j2", "own/b.j2"):
        (tmp_path / name).write_text("{{ 1 + 1 }}", "utf-8")

    def codes(options: str, name: str = "a.j2") -> list[str]:
        made: list[str] = []
        one = Environment(loader=FileSystemLoader(tmp_path), bytecode_cache=compiled.Compiled(options))  # noqa: S701 - no HTML

        def noted(source: str, name: str, file: str) -> CodeType:
            made.append(name)
            return Environment().compile(source, name, file)  # noqa: S701 - no HTML

        monkeypatch.setattr(one, "compile", noted)
        assert one.get_template(name).render() == "2"
        return made

    assert [codes("x"), codes("x"), codes("y"), codes("x", "own/b.j2"), codes("x", "own/b.j2")] == [
        ["a.j2"],
        [],
        ["a.j2"],
        ["own/b.j2"],
        ["own/b.j2"],
    ]
    [kept] = (tmp_path / "__pycache__").iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])
    assert [codes("y"), codes("y")] == [["a.j2"], []]
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    kept.unlink()
    assert [codes("y"), codes("y")] == [["a.j2"], ["a.j2"]]


def test_no_template_puts_what_never_changes_through_a_filter() -> None:
    """Jinja would work it out while it compiles, and what is kept would be stale when the filter changes."""
    made = environment(Path("no-such-folder"))
    for name in made.list_templates(["j2"]):
        for one in made.parse((compiled.TEMPLATES / name).read_text("utf-8")).find_all(nodes.Filter):
            with pytest.raises(nodes.Impossible):
                one.as_const()
