"""Search as readers use it: by any name, in any spelling and script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser

KH, NUJABA, HOUTHIS = "groups/kataib-hezbollah.html", "groups/harakat-al-nujaba.html", "groups/houthis.html"
QUERIES = [
    # by name, variant and part of a name
    ("nujaba", NUJABA),
    ("al-Nujaba", NUJABA),
    ("Kata'ib", KH),
    ("Kata’ib Hezbollah", KH),
    ("Kata`ib Hizballah", KH),
    ("Kataib", KH),
    ("kataib hezbollah", KH),
    ("Hezbollah Brigades", KH),
    ("shiite", "glossary/shiism.html"),
    ("Shi'ite", "glossary/shiism.html"),
    ("Shia", "glossary/shiism.html"),
    ("Ansar Allah", HOUTHIS),
    ("Ansarallah", HOUTHIS),
    ("Houthi", HOUTHIS),
    ("Hizballah", "groups/hezbollah.html"),
    ("Hizbullah", "groups/hezbollah.html"),
    ("soleimani", "actors/qasem-soleimani.html"),
    ("Qassem Soleimani", "actors/qasem-soleimani.html"),
    ("Qaani", "actors/ismail-ghaani.html"),
    ("ghaani", "actors/ismail-ghaani.html"),
    ("Muhandis", "actors/abu-mahdi-al-mohandes.html"),
    ("sadr", "actors/muqtada-al-sadr.html"),
    ("IRGC", "groups/islamic-revolutionary-guards-corps.html"),
    ("Revolutionary Guards", "groups/islamic-revolutionary-guards-corps.html"),
    ("Quds Force", "groups/quds-force.html"),
    ("zaydi", "glossary/zaydism.html"),
    ("Zaidi", "glossary/zaydism.html"),
    ("Twelver", "glossary/twelver-shiism.html"),
    ("axis of resistance", "glossary/axis-of-resistance.html"),
    ("USA", "actors/united-states.html"),
    ("iran", "actors/iran.html"),
    ("Asaib", "groups/asaib-ahl-al-haq.html"),
    ("Asa'ib Ahl al-Haq", "groups/asaib-ahl-al-haq.html"),
    ("Deir Ezzor", "places/deir-ez-zor.html"),
    # with diacritics, and in its own script
    ("Katāʾib Ḥizballāh", KH),
    ("كتائب حزب الله", KH),
    ("النجباء", NUJABA),
    ("حماس", "groups/hamas.html"),
    # with a letter wrong, which is looked for only where nothing else is found
    ("Solemani", "actors/qasem-soleimani.html"),
    ("Hezbolah", "groups/hezbollah.html"),
    ("Huthis", HOUTHIS),
    ("Nujabba", NUJABA),
    ("Baghdat", "places/baghdad.html"),
    ("Amirabdolahian", "actors/hossein-amirabdollahian.html"),
]


@pytest.fixture(scope="module")
def field(browser: Browser, address: str) -> Iterator[Page]:
    """Give a tab in which all searches of the table are made, one after the other."""
    profile = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page = profile.new_page()
    page.goto("/how-to-read.html", wait_until="networkidle")
    yield page
    profile.close()


@pytest.mark.parametrize(("query", "expected"), QUERIES)
def test_own_page_comes_first(field: Page, query: str, expected: str) -> None:
    """Whoever types a name of an entity, in whatever spelling, gets its own page first."""
    field.fill("input[name=query]", "")
    field.wait_for_selector(".md-search-result__item", state="detached")
    field.fill("input[name=query]", query)
    field.wait_for_selector(".md-search-result__item a", timeout=10_000)
    first = field.locator(".md-search-result__item a").first.get_attribute("href") or ""
    assert first.partition("?")[0].endswith(expected), query


def test_search_opens_by_keyboard(page: Page) -> None:
    """A slash opens the search, the arrow keys choose and Enter goes there."""
    page.goto("/index.html", wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("nujaba")
    page.wait_for_selector(".md-search-result__item a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/harakat-al-nujaba.html*")
    assert page.locator("h1").inner_text() == "Harakat al-Nujaba"


def test_home_offers_the_search(page: Page) -> None:
    """The field on the home page leads into the search."""
    page.goto("/index.html", wait_until="networkidle")
    page.locator(".bg-search-field").click()
    assert page.evaluate("document.activeElement.name") == "query"


def test_results_say_what_they_are(page: Page) -> None:
    """A result names the kind of its page, and of the other names only those that help."""
    page.goto("/index.html")
    page.fill("input[name=query]", "kataib hezbollah")
    page.wait_for_selector(".md-search-result__item .bg-kicker")
    first = page.locator(".md-search-result__item").first
    assert first.locator(".bg-kicker").inner_text() == "Group"
    assert "كتائب حزب الله" in first.inner_text()


def test_a_state_is_called_a_state(page: Page) -> None:
    """Persons and states stand in one folder; a result says which of the two it is."""
    page.goto("/index.html")
    page.fill("input[name=query]", "iraq")
    first = page.locator(".md-search-result__item").first
    expect(first.locator(".bg-kicker")).to_have_text("State", timeout=10_000)
    assert "⁝" not in first.inner_text()
    page.fill("input[name=query]", "soleimani")
    expect(first.locator(".bg-kicker")).to_have_text("Person", timeout=10_000)


def test_a_list_in_a_result_shows_the_lines_that_were_found(page: Page) -> None:
    """Of a long list of statements a result shows at most two lines, those with the word."""
    page.goto("/index.html")
    page.fill("input[name=query]", "nujaba")
    expect(page.locator(".md-search-result__meta")).to_contain_text("pages found", timeout=10_000)
    lists = page.locator(".md-search-result__item ul")
    expect(lists.filter(has=page.locator("mark")).first).to_be_attached()
    for one in lists.all():
        lines = one.locator("> li")
        found = lines.filter(has=page.locator("mark")).count()
        assert lines.count() <= 2
        assert found in {0, lines.count()}


def test_no_result_is_told(page: Page) -> None:
    """A search that finds nothing says so in words that a screen reader is told of."""
    page.goto("/index.html")
    page.fill("input[name=query]", "xyzzyq")
    expect(page.locator(".md-search-result__meta")).to_contain_text("Nothing found", timeout=10_000)
    assert page.locator(".md-search-result__meta").get_attribute("aria-live") == "polite"


def test_a_result_tells_the_summary(page: Page) -> None:
    """Under the name of an entry stands its summary, and not once more among the places on its page."""
    page.goto("/index.html")
    page.fill("input[name=query]", "nujaba")
    first = page.locator(".md-search-result__item").first
    expect(first.locator("h1 + p")).to_contain_text("militia", timeout=10_000)
    assert first.locator("a[href$='#top']").count() == 0


def test_a_passage_leads_to_its_paragraph(page: Page) -> None:
    """What is found in the article has its paragraph before it, in the index too, and leads there."""
    page.goto("/index.html")
    page.fill("input[name=query]", "pariah")
    found = page.locator(".md-search-result__link[href*='/articles/']", has=page.locator(".bg-found")).first
    expect(found).to_be_visible(timeout=10_000)
    number = found.locator(".bg-found").first.inner_text().replace("¶", "").strip()
    assert number.isdigit()
    found.click()
    page.wait_for_url(f"**/articles/*.html*#p{number}")
    assert "pariah" in page.locator(f"p:has(a[href='#p{number}'])").first.inner_text()


def test_what_was_typed_before_the_script_of_the_search_came_is_found(page: Page) -> None:
    """The script comes with the first focus, not before; what was typed meanwhile is then searched for as names are."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/javascripts/search.js", hold)
    page.goto("/", wait_until="networkidle")
    assert held == []
    with page.expect_request("**/javascripts/search.js"):
        page.locator(".md-search__input").focus()
    page.keyboard.type("Kata'ib Hezbollah")
    held[0].continue_()
    first = page.locator(".md-search-result__item").first
    expect(first.locator(".bg-kicker")).to_have_text("Group")
    expect(first.locator("h1")).to_have_text("Kataib Hezbollah")
    assert len(held) == 1
