"""What editors wrote comes out as text."""

from __future__ import annotations

import pytest
import yaml
from conftest import tried
from hypothesis import assume, given
from hypothesis import strategies as st
from rendering_support import rendered

from generator.site import escape

TRICKY = st.text(alphabet=st.sampled_from(list("ab1 .-+:!#>*_`[](){}<>&|~^=\\\"'/\n\t$%@;?…é’ك")), max_size=40)
ANY = st.one_of(TRICKY, st.text(max_size=40))
PLACES = {
    "paragraph": "{}",
    "after text": "x {} y",
    "link": "[{}](x.md){{.entity}}",
    "heading": "# {} {{: #x }}",
    "list item": "- {}",
    "table cell": "| a | b |\n| - | - |\n| {} | y |",
    "raw paragraph": '<p class="x" markdown>{}</p>',
    "raw item": '<ul markdown>\n<li markdown="span">{}</li>\n</ul>',
    "raw definition": "<dl markdown>\n<dt>a </dt>\n<dd markdown>{}</dd>\n</dl>",
    "summary": "<details markdown>\n<summary markdown>{}</summary>\n\nx\n\n</details>",
    "block quote": "<blockquote markdown>\n\n{}\n\n</blockquote>",
    "span": '<p markdown><span class="x">{}</span></p>',
}


@pytest.mark.parametrize("place", PLACES)
@tried(50)
@given(name=ANY)
def test_a_name_comes_out_as_text_wherever_it_stands(place: str, name: str) -> None:
    """Any text, escaped for Markdown, is shown as itself and adds no element."""
    assume(escape.text(name))
    frame = PLACES[place]
    soup = rendered(frame.format(escape.md(name)))
    plain = rendered(frame.format("wordless"))
    expected = plain.get_text().replace("wordless", escape.text(name))
    assert " ".join(soup.get_text().split()) == " ".join(expected.split())
    assert {tag.name for tag in soup.find_all()} <= {tag.name for tag in plain.find_all()}


@tried(50)
@given(value=ANY)
def test_a_value_of_front_matter_is_read_back_as_it_was(value: str) -> None:
    """A string, or a list of strings, survives YAML on one line."""
    line = f"a: {escape.yaml(value)}\nb: {escape.yaml([value])}\n"
    assert yaml.safe_load(line) == {"a": value, "b": [value]}


@pytest.mark.parametrize(
    ("written", "safe"),
    [
        ("https://example.org/a b(c)", "https://example.org/a%20b%28c%29"),
        ("https://example.org/?q=1&r=<x>", "https://example.org/?q=1&r=%3Cx%3E"),
        ("https://example.org/%D8%A7", "https://example.org/%D8%A7"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.org", ""),
        ("http://[", ""),
        ("just words", ""),
    ],
)
def test_only_web_and_mail_addresses_become_links(written: str, safe: str) -> None:
    """An address keeps its meaning and loses what could end a link; any other scheme is no address."""
    assert escape.href(written) == safe


@tried(50)
@given(url=ANY)
def test_an_address_cannot_break_out_of_its_link(url: str) -> None:
    """Whatever follows the scheme, Markdown makes one link of it and nothing else."""
    soup = rendered(f"[x]({escape.href('https://example.org/' + url)})")
    assert [tag.name for tag in soup.find_all()] == ["p", "a"]
    assert soup.get_text() == "x"


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Kata’ib Ḥizbullāh: founded 2003", "kataib-hizbullah-founded-2003"),
        ("  What — next?  ", "what-next"),
        ("كتائب", ""),
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen",
            "one-two-three-four-five-six-seven-eight-nine-ten-eleven-twelve",
        ),
    ],
)
def test_a_slug_is_ascii_words_with_hyphens(words: str, slug: str) -> None:
    """Marks are dropped, everything else that is no Latin letter or digit parts words, and twelve words are enough."""
    assert escape.slug(words) == slug


def test_control_characters_never_reach_a_page() -> None:
    """A control character would break YAML or stand for the renderer's own marks."""
    assert escape.md("a\x02klzzwxh:0001\x03b\x00") == "aklzzwxh:0001b"
