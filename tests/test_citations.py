"""How to cite: references in three styles, with authors in the forms that the styles ask for."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from knowledge_support import article, entity, known

from generator import timespan
from generator.model import Article, Kind
from generator.site import authors
from generator.site.citations import Reference, of_article, of_entry
from generator.site.links import survey

NAMES = [
    # name, APA, Chicago where it stands first, BibTeX
    ("Ada Lindqvist", "Lindqvist, A.", "Lindqvist, Ada", "Lindqvist, Ada"),
    ("Lindqvist, Ada", "Lindqvist, A.", "Lindqvist, Ada", "Lindqvist, Ada"),
    ("Ada Maria Lindqvist", "Lindqvist, A. M.", "Lindqvist, Ada Maria", "Lindqvist, Ada Maria"),
    ("J. R. Oakes", "Oakes, J. R.", "Oakes, J. R.", "Oakes, J. R."),
    ("Jean-Paul Marchais", "Marchais, J.-P.", "Marchais, Jean-Paul", "Marchais, Jean-Paul"),
    ("Ludwig van der Berg", "van der Berg, L.", "van der Berg, Ludwig", "van der Berg, Ludwig"),
    ("Omar al-Rashidi", "al-Rashidi, O.", "al-Rashidi, Omar", "al-Rashidi, Omar"),
    ("Abd al-Karim Qureshi", "Qureshi, A. K.", "Qureshi, Abd al-Karim", "Qureshi, Abd al-Karim"),
    ("Martin Oakes Jr.", "Oakes, M., Jr.", "Oakes, Martin, Jr.", "Oakes, Jr., Martin"),
    ("Martin Oakes, Jr.", "Oakes, M., Jr.", "Oakes, Martin, Jr.", "Oakes, Jr., Martin"),
    ("Sokrates", "Sokrates", "Sokrates", "{Sokrates}"),
    ("ليلى حداد", "حداد, ليلى", "حداد, ليلى", "حداد, ليلى"),
    ("de Vries", "Vries, D.", "Vries, de", "Vries, de"),
    ("A & B", "B, A. &", "B, A &", r"B, A \&"),
]


@pytest.mark.parametrize(("name", "apa", "chicago", "bibtex"), NAMES)
def test_a_name_has_the_form_of_each_style(name: str, apa: str, chicago: str, bibtex: str) -> None:
    """Particles belong to the family name, initials keep hyphens, suffixes stand where the style has them."""
    one = [authors.parse(name)]
    assert (authors.apa(one), authors.chicago(one), authors.bibtex(one)) == (apa, chicago, bibtex)


def test_a_body_is_no_person() -> None:
    """An organisation's name is neither turned round nor cut to initials."""
    one = [authors.parse("Harbour Press Office", is_body=True)]
    assert authors.apa(one) == authors.chicago(one) == "Harbour Press Office"
    assert authors.bibtex(one) == "{Harbour Press Office}"


@pytest.mark.parametrize(
    ("count", "apa", "chicago"),
    [
        (2, "A, N., & B, N.", "A, N, and N B"),
        (3, "A, N., B, N., & C, N.", "A, N, N B, and N C"),
        (11, "A, N., B, N., C, N., D, N., E, N., F, N., G, N., H, N., I, N., J, N., & K, N.", None),
        (22, None, "A, N, N B, N C, N D, N E, N F, N G, et al"),
    ],
)
def test_several_authors(count: int, apa: str | None, chicago: str | None) -> None:
    """The last is joined by an ampersand in APA and by "and" in Chicago style; long lists are shortened."""
    who = [authors.parse(f"N {chr(65 + at)}") for at in range(count)]
    assert apa in {None, authors.apa(who)}
    assert chicago in {None, authors.chicago(who)}
    assert authors.bibtex(who).count(" and ") == count - 1


def test_more_than_twenty_authors_are_shortened() -> None:
    """APA gives the first nineteen, three points and the last."""
    who = [authors.parse(f"N {chr(65 + at)}") for at in range(22)]
    assert authors.apa(who).endswith("R, N., S, N., . . . V, N.")


def cited(**fields: object) -> dict[str, str]:
    """Cite an article, as plain text by style."""
    found = article("Text.\n", **fields)
    return {one.style: BeautifulSoup(one.html, "html.parser").get_text() for one in references(found)}


def references(found: Article) -> tuple[Reference, ...]:
    """Cite an article of a site in which one author is a body."""
    body = entity(Kind.GROUPS, "Harbour Press Office")
    return of_article(survey(known([body], [found])), found)


ARTICLES = [
    (
        {"authors": ("Ada Lindqvist",), "date": timespan.parse("2024-02-09"), "publisher": "Quay Press"},
        "Lindqvist, A. (2024, February 9). Who runs the harbour? Quay Press. articles/the-harbour.html",
        "Lindqvist, Ada. “Who runs the harbour?” Quay Press, February 9, 2024. articles/the-harbour.html.",
    ),
    (
        {"authors": ("Harbour Press Office",), "date": timespan.parse("2024-02"), "title": "Docks & quays"},
        "Harbour Press Office. (2024, February). Docks & quays. this site. articles/the-harbour.html",
        "Harbour Press Office. “Docks & quays.” this site, February 2024. articles/the-harbour.html.",
    ),
    (
        {"authors": (), "date": timespan.parse("2011~")},
        "Who runs the harbour? (ca. 2011). this site. articles/the-harbour.html",
        "“Who runs the harbour?” this site, ca. 2011. articles/the-harbour.html.",
    ),
    (
        {"authors": ("Ada Lindqvist", "Omar al-Asad"), "date": timespan.parse("2023-24")},
        "Lindqvist, A., & al-Asad, O. (2023, Winter). Who runs the harbour? this site. articles/the-harbour.html",
        "Lindqvist, Ada, and Omar al-Asad. “Who runs the harbour?” this site, Winter 2023. articles/the-harbour.html.",
    ),
    (
        {"authors": ("Ada Lindqvist",), "date": None},
        "Lindqvist, A. (n.d.). Who runs the harbour? this site. articles/the-harbour.html",
        "Lindqvist, Ada. “Who runs the harbour?” this site, accessed date of access. articles/the-harbour.html.",
    ),
]


@pytest.mark.parametrize(("fields", "apa", "chicago"), ARTICLES)
def test_an_article_is_cited_by_its_authors_and_its_date(fields: dict[str, object], apa: str, chicago: str) -> None:
    """The date is the article's own; where it has none, the reader's day stands in Chicago style."""
    found = cited(**fields)
    assert (found["APA"], found["Chicago"]) == (apa, chicago)


def test_an_article_for_bibtex() -> None:
    """The fields are BibTeX's own; what TeX would read as a command is escaped, and the title keeps its capitals."""
    date = timespan.parse("2024-02-09")
    found = cited(title="Docks & 100% quays", authors=("Ada Lindqvist", "Harbour Press Office"), date=date)
    assert found["BibTeX"].splitlines() == [
        "@misc{lindqvist2024docks,",
        "  author = {Lindqvist, Ada and {Harbour Press Office}},",
        r"  title = {{Docks \& 100\% quays}},",
        "  year = {2024},",
        "  month = feb,",
        "  howpublished = {this site},",
        "  url = {articles/the-harbour.html}",
        "}",
    ]


def test_an_entry_is_cited_by_its_title_and_the_readers_day() -> None:
    """An entry has neither author nor date: the day of access is left to the reader, and no clock is read."""
    one = replace(entity(Kind.GROUPS, "Dock Union"), id="dock-union")
    found = {ref.style: BeautifulSoup(ref.html, "html.parser").get_text() for ref in of_entry(one)}
    where = "groups/dock-union.html"
    assert found["APA"] == f"Dock Union. (n.d.). In this site. Retrieved date of access, from {where}"
    assert found["Chicago"] == f"“Dock Union.” this site. Accessed date of access. {where}."
    assert found["BibTeX"].startswith("@misc{dock-union,\n  title = {{Dock Union}},")
    assert "note = {Accessed: date of access}" in found["BibTeX"]


@settings(deadline=None)
@given(title=st.text(min_size=1), name=st.text(min_size=1))
def test_a_reference_holds_text_and_no_mark_up(title: str, name: str) -> None:
    """Whatever an article is called and whoever wrote it: a reference has no elements but its own."""
    for one in references(article("Text.\n", title=title, authors=(name,))):
        tags = {tag.name for tag in BeautifulSoup(one.html, "html.parser").select("*")}
        assert tags <= {"i", "span"}
        if one.is_code:
            assert one.html.count("\n") == len(re.findall(r"^", one.html, re.MULTILINE)) - 1
            assert one.html.startswith("@misc{")
