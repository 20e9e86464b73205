"""Reading: from a claim to its paragraph and back, by keyboard, on paper and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.kinds import pages

pytestmark = pytest.mark.browser

GROUP = "/groups/kataib-hezbollah.html"


@pytest.fixture
def plain(browser: Browser, address: str) -> Iterator[Page]:
    """Give a tab in which no script runs."""
    profile = browser.new_context(base_url=address, java_script_enabled=False, viewport={"width": 1440, "height": 900})
    yield profile.new_page()
    profile.close()


def _open_first_passage(page: Page) -> str:
    """Open the first passage of a group's page; gives the address that it leads to."""
    page.goto(GROUP)
    passage = page.locator("details.bg-passage").first
    passage.locator("summary").click()
    link = passage.locator("a[href*='#p']").first
    assert link.is_visible()
    return link.get_attribute("href") or ""


def test_a_claim_leads_to_its_paragraph(page: Page) -> None:
    """A claim opens its passage, the passage leads to the very paragraph, and the paragraph is marked on arrival."""
    fragment = _open_first_passage(page).partition("#")[2]
    page.locator("details.bg-passage a[href*='#p']").first.click()
    page.wait_for_url(f"**/articles/*.html#{fragment}")
    target = page.locator(f"#{fragment}")
    assert target.is_visible()
    assert page.evaluate("document.querySelector(':target').id") == fragment
    box = target.bounding_box()
    assert box
    assert 0 <= box["y"] < 700


def test_the_words_of_a_passage_are_marked_on_arrival(page: Page) -> None:
    """In the article the very words stand marked that the passage marks, over links and emphasis, and no others."""
    page.goto("/groups/harakat-al-nujaba.html")
    for passage in page.locator("details.bg-passage").all()[:3]:
        passage.locator("summary").click()
        link = passage.locator("a[href*='#p']").first
        words = link.evaluate(
            "a => [...a.closest('blockquote').querySelectorAll('mark')].map(m => m.textContent).join('')"
        )
        address = link.evaluate("a => a.href")
        link.click()
        page.wait_for_url(address)
        page.wait_for_selector(".bg-article mark")
        marked = page.evaluate("[...document.querySelectorAll('.bg-article mark')].map(m => m.textContent).join('')")
        assert marked == words
        page.goto(address.replace("#", "?again#"))
        assert page.locator(".bg-article mark").count() == 0
        page.goto("/groups/harakat-al-nujaba.html")


def test_an_open_margin_keeps_the_next_paragraph_near(page: Page, site: Path) -> None:
    """Open, the claims of a paragraph take no more than 300 px of height, and scroll beyond."""
    page.goto(f"/{pages(site)['article']}")
    page.evaluate("document.querySelectorAll('details.bg-margin').forEach(box => box.open = true)")
    heights = page.evaluate("[...document.querySelectorAll('.bg-margin ul')].map(list => list.offsetHeight)")
    assert max(heights) <= 300


def test_a_passage_holds_the_words_it_rests_on(page: Page) -> None:
    """The words that a claim rests on are marked in its passage."""
    _open_first_passage(page)
    assert page.locator("details.bg-passage[open] mark").first.inner_text().strip()


def test_a_paragraph_shows_its_claims(page: Page, site: Path) -> None:
    """Beside a paragraph its claims open, and each leads to the page of the entity that it is about."""
    page.goto(f"/{pages(site)['article']}")
    claims = page.locator("details.bg-margin").first
    claims.locator("summary").click()
    assert claims.locator("li").first.is_visible()


def test_numbers_are_permalinks(page: Page, site: Path) -> None:
    """The number of a paragraph is a link to it."""
    page.goto(f"/{pages(site)['article']}")
    number = page.locator("a[href='#p2']").first
    number.click()
    assert page.evaluate("document.querySelector(':target').id") == "p2"


def test_a_link_into_a_closed_part_opens_it(page: Page) -> None:
    """Whoever follows a link into a closed passage sees it open."""
    page.goto(GROUP)
    page.evaluate("document.querySelector('details.bg-passage > :not(summary)').id = 'inside'")
    page.evaluate("location.hash = 'inside'")
    page.wait_for_selector("#inside", state="visible")


def test_without_scripts_all_is_readable(plain: Page) -> None:
    """Without scripts the tabs lead everywhere, passages open and lead to their paragraph."""
    plain.goto("/index.html")
    plain.locator(".md-tabs__link", has_text="Groups").click()
    assert plain.url.endswith("/groups/index.html")
    plain.locator("main a[href$='kataib-hezbollah.html']").first.click()
    assert plain.url.endswith(GROUP)
    assert re.search(r"#p\d+$", _open_first_passage(plain))


def test_without_scripts_a_phone_has_a_menu(plain: Page) -> None:
    """Without scripts the drawer of a phone opens and leads to every overview."""
    plain.set_viewport_size({"width": 360, "height": 780})
    plain.goto("/index.html")
    plain.locator("label[for=__drawer].md-header__button").click()
    link = plain.locator(".md-nav--primary a", has_text="Timeline")
    link.click()
    assert plain.url.endswith("/timeline.html")


def test_the_drawer_by_keyboard(page: Page) -> None:
    """The menu of a narrow screen opens by Enter, takes the focus, and Escape closes it and gives the focus back."""
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto("/index.html", wait_until="networkidle")
    button = page.locator("button[data-bg-button=__drawer]")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".md-nav__link:focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    assert not page.locator("#__drawer").is_checked()


def test_focus_is_seen(page: Page) -> None:
    """What has the focus by keyboard has a ring of 2 px, beginning with the way past the menu."""
    page.goto(GROUP, wait_until="networkidle")
    for _ in range(12):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            "(() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return [e.tagName, e.className, s.outlineStyle, parseFloat(s.outlineWidth)]; })()"
        )
        assert ring[0] == "BODY" or (ring[2] != "none" and ring[3] >= 2) or "md-search__input" in ring[1], ring


def test_on_paper(page: Page) -> None:
    """Printed, a page is black on white without menus, its passages stand open; its address and the day come last."""
    page.goto(GROUP, wait_until="networkidle")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert not page.locator(".md-header, .md-tabs, .md-sidebar--secondary").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("details.bg-passage mark").first.is_visible()
    assert re.fullmatch(r"https?://\S+, seen on \d+ \w+ \d{4}", page.locator(".bg-footer__address").inner_text())
    outside = page.locator("main a.bg-out").first
    assert "http" in outside.evaluate("a => getComputedStyle(a, '::after').content")


def test_the_article_on_paper(page: Page, site: Path) -> None:
    """An article is printed as its text, with numbered paragraphs; of the claims beside it those that stand open."""
    page.goto(f"/{pages(site)['article']}", wait_until="networkidle")
    page.locator("details.bg-margin summary").nth(1).click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("details.bg-margin").count() > 5
    assert [box.get_attribute("open") for box in page.locator("details.bg-margin:visible").all()] == [""]
    assert page.locator(".bg-article a.bg-pn").first.is_visible()


@pytest.mark.parametrize(("kind", "most"), [("article", 7), ("group", 6), ("term", 4), ("event", 5), ("timeline", 2)])
def test_a_page_takes_few_sheets(page: Page, site: Path, kind: str, most: int) -> None:
    """The article, with what is known of it, and the fullest page of an entry take no more sheets of A4 than these."""
    page.goto(f"/{pages(site)[kind]}", wait_until="networkidle")
    sheets = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
    assert 1 <= sheets <= most


def test_what_somebody_says_may_go_on_over_the_page(page: Page) -> None:
    """Of who says what only rows are kept whole on paper, not all that a speaker says: no sheet is left half empty."""
    page.goto("/who-says-what.html", wait_until="networkidle")
    page.emulate_media(media="print")
    breaks = page.locator(".bg-speaker").evaluate_all("all => all.map(one => getComputedStyle(one).breakInside)")
    rows = page.locator(".bg-speaker .bg-row").evaluate_all("all => all.map(one => getComputedStyle(one).breakInside)")
    assert (set(breaks), set(rows)) == ({"auto"}, {"avoid"})


def test_columns_of_tables_of_ties_stand_below_each_other(page: Page) -> None:
    """Each group of ties is a table of its own; who, tie and whom stand at the same places in all of them."""
    page.goto("/network.html", wait_until="networkidle")
    heads = page.locator(".bg-ties thead tr")
    places = {
        tuple(
            heads.nth(at).locator("th").evaluate_all("all => all.map(th => Math.round(th.getBoundingClientRect().x))")
        )
        for at in range(heads.count())
    }
    assert heads.count() > 3
    assert len(places) == 1


def test_native_names_are_set_right(page: Page) -> None:
    """A name in Arabic script is marked as such, runs from right to left and is larger than the text around it."""
    page.goto(GROUP)
    name = page.locator("main [lang=ar][dir=rtl]").first
    assert name.is_visible()
    size = "parseFloat(getComputedStyle(e).fontSize)"
    assert name.evaluate(f"e => {size}") > name.evaluate(f"o => (e => {size})(o.parentElement)")


def test_fonts_are_ours(page: Page) -> None:
    """Text is set in the fonts that the site brings, not in a fallback."""
    page.goto(GROUP, wait_until="networkidle")
    for font in ("16px 'Source Serif 4'", "16px 'Source Sans 3'", "600 16px 'Source Sans 3'"):
        assert page.evaluate("f => document.fonts.check(f)", font), font
    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').length")
    assert loaded >= 3


@pytest.mark.parametrize("scripts", [True, False])
def test_opened_from_disk(browser: Browser, site: Path, scripts: bool) -> None:  # noqa: FBT001 - a table
    """From disk, with scripts and without, links lead on, passages open, and no field offers a search."""
    profile = browser.new_context(java_script_enabled=scripts, viewport={"width": 1440, "height": 900})
    page = profile.new_page()
    page.goto((site / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(253, 252, 249)"
    assert not page.locator(".bg-search-field").is_visible()
    page.locator(".md-tabs__link", has_text="Groups").click()
    page.locator("main a[href$='kataib-hezbollah.html']").first.click()
    assert page.locator("h1").inner_text() == "Kataib Hezbollah"
    assert page.locator(".bg-ledger svg:visible a").count() > 5
    passage = page.locator("details.bg-passage").first
    passage.locator("summary").click()
    passage.locator("a[href*='#p']").first.click()
    page.wait_for_url("**/articles/*.html#p*")
    assert page.locator(".bg-article :target").count() == 1
    profile.close()


@pytest.mark.parametrize(
    ("path", "begins"), [(GROUP, "Kataib Hezbollah. (n.d.)"), ("", "Mazhari, M. (2024, February)")]
)
def test_a_reference_is_copied(browser: Browser, address: str, site: Path, path: str, begins: str) -> None:
    """One click copies a reference with the site's name, the page's address and the reader's day, and says so."""
    profile = browser.new_context(base_url=address, permissions=["clipboard-read", "clipboard-write"])
    page = profile.new_page()
    page.goto(path or f"/{pages(site)['article']}")
    found = {}
    for style in ("APA", "Chicago", "BibTeX"):
        page.get_by_role("button", name=f"Copy, {style}").click()
        page.wait_for_selector(f"[role=status]:has-text('{style} reference copied')", state="attached")
        found[style] = page.evaluate("navigator.clipboard.readText()")
    canonical = page.locator("link[rel=canonical]")
    whole = canonical.get_attribute("href") if canonical.count() else page.url
    profile.close()
    assert found["APA"].startswith(begins)
    assert all("Iran and the militias" in text and whole in text for text in found.values())
    assert not any("date of access" in text for text in found.values())
    assert re.match(r"@misc\{[\w-]+,\n  \w+ +=", found["BibTeX"])


def test_a_reference_without_scripts(plain: Page) -> None:
    """Without scripts a reference is whole but for the day, which is the reader's, and there is no dead button."""
    plain.goto(GROUP)
    text = plain.locator("[data-bg-copy=APA]").inner_text()
    assert text.startswith("Kataib Hezbollah. (n.d.). In Iran and the militias. Retrieved date of access, from ")
    assert text.endswith(GROUP.lstrip("/"))
    assert plain.locator(".bg-copy").count() == 0


def test_statements_by_subject(page: Page) -> None:
    """Who says what is narrowed to a subject by keyboard; the count is told, and what stays names the subject."""
    page.goto("/who-says-what.html", wait_until="networkidle")
    everything = page.locator(".bg-row:visible").count()
    told = page.locator(".bg-about [role=status]")
    page.locator(".bg-about input").first.focus()
    page.keyboard.press("ArrowRight")
    shown = page.locator(".bg-row:visible")
    few = shown.count()
    subject = page.locator(".bg-about label:has(:checked)").inner_text().strip()
    assert 1 < few < everything
    assert told.inner_text().startswith(f"{few} statements by {page.locator('.bg-speaker:visible').count()} speakers")
    assert all(row.locator(".bg-claim a").count() for row in shown.all())
    assert subject in shown.first.inner_text()
    page.keyboard.press("ArrowLeft")
    assert page.locator(".bg-row:visible").count() == everything


@pytest.mark.parametrize("hash_", ["", "#cite"])
def test_every_list_is_set_soon_after_the_page_stands(page: Page, hash_: str) -> None:
    """Lists below the first screen wait for the page but not for the reader: nothing stays blank."""
    for address in ("/groups/kataib-hezbollah.html", "/network.html", "/articles/is-iran-losing-its-control.html"):
        page.goto(address + hash_)
        lists = "main :is(ul.bg-rows, ul.bg-mentions, .bg-ties, .bg-after-article > :is(ol, ul, dl))"
        expect(page.locator(f"{lists}:not(.bg-set)")).to_have_count(0)
        assert (
            page.evaluate(
                """() => [...document.querySelectorAll("main *")]
              .filter(one => getComputedStyle(one).contentVisibility === "auto").map(one => one.className)"""
            )
            == []
        )
        assert page.locator("main .bg-set").count() >= 3


@pytest.mark.parametrize("width", [1440, 768, 360])
def test_rows_stand_on_the_edge_of_the_text(page: Page, width: int) -> None:
    """A list begins where its heading does."""
    page.set_viewport_size({"width": width, "height": 900})
    for address in ("/groups/kataib-hezbollah.html", "/network.html", "/articles/is-iran-losing-its-control.html"):
        page.goto(address)
        edges = page.evaluate(
            """() => [...document.querySelectorAll("main ul.bg-rows, .bg-ties, .bg-after-article > ol")].map(box => {
              let head = box.previousElementSibling;
              while (!head.matches("h2, h3")) head = head.previousElementSibling;
              const inner = box.getBoundingClientRect().left + parseFloat(getComputedStyle(box).paddingLeft);
              return inner - head.getBoundingClientRect().left;
            })"""
        )
        assert edges
        assert all(abs(edge) < 1 for edge in edges), (address, edges)


@pytest.mark.parametrize("width", [1440, 768, 360])
def test_the_sign_of_a_paragraph_stays_with_its_name(page: Page, width: int) -> None:
    """In lists of events and in tables no ¶ begins a line, and each is a target of 24 by 24 px."""
    page.set_viewport_size({"width": width, "height": 900})
    for address in ("/", "/timeline.html", "/network.html", "/actors/iran.html"):
        page.goto(address)
        expect(page.locator("main :is(ul.bg-rows, .bg-ties):not(.bg-set)")).to_have_count(0)
        signs = page.evaluate(
            """() => [...document.querySelectorAll(":is(.bg-what, .bg-ties td) a + a.bg-para")].map(sign => {
              const [mine, before] = [sign, sign.previousElementSibling].map(one => [...one.getClientRects()].at(-1));
              return [sign.textContent, mine.top < before.bottom && before.top < mine.bottom, mine.width, mine.height];
            })"""
        )
        assert len(signs) >= 3
        faults = [sign for sign in signs if not (sign[1] and sign[2] >= 24 and sign[3] >= 24)]
        assert faults == [], (address, width)
