"""What a page loads, made small without a change of what it does."""

from __future__ import annotations

import pytest

from generator import compact

TEXTS = {
    "styles/one.css": "/* First. */\na { color: red; }\n",
    "styles/two.css": "a { color: blue; }\n",
    "styles/first.css": '@import "one.css";\n',
    "other/three.css": "b { color: green; }\n",
}


@pytest.mark.parametrize(
    ("listed", "loaded"),
    [
        ([], []),
        (["styles/one.css", "styles/two.css"], ["styles/joined.css"]),
        (["styles/one.css", "styles/two.css", "other/three.css"], ["styles/joined.css", "other/three.css"]),
        (
            ["styles/one.css", "other/three.css", "styles/two.css"],
            ["styles/joined.css", "other/three.css", "styles/two.css"],
        ),
        (["styles/one.css", "https://example.org/a.css"], ["styles/joined.css", "https://example.org/a.css"]),
        (["https://example.org/a.css", "styles/one.css"], ["https://example.org/a.css", "styles/one.css"]),
        (["styles/one.css", "styles/first.css"], ["styles/joined.css", "styles/first.css"]),
        (["styles/first.css", "styles/one.css"], ["styles/first.css", "styles/one.css"]),
    ],
)
def test_which_stylesheets_are_joined(listed: list[str], loaded: list[str]) -> None:
    """The run of the site's own stylesheets that stands first becomes one; the order in which rules apply stays."""
    assert compact.stylesheets(listed, TEXTS)[0] == loaded


def test_joined_rules_stand_in_their_order() -> None:
    """The joined stylesheet has every rule, the later one last, and no comment."""
    _, made = compact.stylesheets(["styles/one.css", "styles/two.css"], TEXTS)
    assert made == {"styles/joined.css": "a{color:red}a{color:blue}"}


def test_a_script_keeps_what_it_says() -> None:
    """A script loses its comments; strings, templates and expressions that look like comments stay."""
    text = '/* Why. */\nconst a = "/* no comment */"; // why\nconst b = `x  ${a}  // y`;\nconst c = /[/*]/;\n'
    small = compact.script(text)
    assert "Why" not in small
    assert "// why" not in small
    for kept in ('"/* no comment */"', "`x  ${a}  // y`", "/[/*]/"):
        assert kept in small


@pytest.mark.parametrize(
    ("listed", "loaded"),
    [
        (["js/backgrounder.js", "js/cards.js"], ["js/joined.js"]),
        (["js/backgrounder.js", "js/cards.js", "js/own.js"], ["js/joined.js", "js/own.js"]),
        (["js/own.js", "js/backgrounder.js"], ["js/own.js", "js/backgrounder.js"]),
    ],
)
def test_which_scripts_are_joined(listed: list[str], loaded: list[str]) -> None:
    """The site's own scripts become one where all of them come first; an editor's script stays by itself."""
    texts = {one: f"/* {one} */\nrun('{one}');\n" for one in listed}
    order, made = compact.scripts(listed, texts)
    assert order == loaded
    assert list(made.values()) == (
        ["\n".join(f"run('{one}');" for one in listed[:2])] if "js/joined.js" in loaded else []
    )
