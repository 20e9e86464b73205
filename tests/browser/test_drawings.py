"""Drawings in a browser: nothing overlaps, all can be reached and read, on a desk, on a phone and on paper."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

NEIGHBOURHOODS = ["/groups/kataib-hezbollah.html", "/actors/iran.html", "/actors/qasem-soleimani.html"]
# The pairs of texts, and of texts and signs, in a drawing that overlap by more than a pixel.
OVERLAPS = """drawing => {
  const pieces = [...drawing.querySelectorAll("text, .sign")].flatMap(piece =>
    piece.querySelector("tspan") ? [...piece.childNodes].filter(n => n.textContent.trim()) : [piece]);
  const boxes = pieces.map(piece => {
    const range = document.createRange();
    range.selectNodeContents(piece);
    const box = piece.nodeName === "path" ? piece.getBoundingClientRect() : range.getBoundingClientRect();
    return { name: piece.textContent.trim() || "sign", ...box.toJSON() };
  });
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6;
  return boxes.flatMap((a, at) => boxes.slice(at + 1).filter(b => meet(a, b)).map(b => [a.name, b.name]));
}"""


# The names in a drawing that a tie passes through, as both are set. Letters reach 0.75 of their size up and 0.2 down.
CROSSED = """drawing => {
  const names = [...drawing.querySelectorAll("text.name")].flatMap(text => {
    const size = parseFloat(getComputedStyle(text).fontSize);
    const parts = [...text.childNodes].filter(part => part.textContent.trim());
    let start = 0;
    return parts.map(part => {
      const first = text.getStartPositionOfChar(start);
      start += part.textContent.length;
      const last = text.getEndPositionOfChar(start - 1);
      const [top, bottom] = [first.y - 0.75 * size, first.y + 0.2 * size];
      return { name: part.textContent, left: first.x, right: last.x, top, bottom };
    });
  });
  return [...drawing.querySelectorAll(".tie")].flatMap(tie => {
    const length = tie.getTotalLength();
    const points = Array.from({ length: 201 }, (_, at) => tie.getPointAtLength(length * at / 200));
    const meets = ({ left, right, top, bottom }) =>
      points.some(({ x, y }) => left - 1 < x && x < right + 1 && top - 1 < y && y < bottom + 1);
    return names.filter(meets).map(({ name }) => [name, tie.parentNode.dataset.ends]);
  });
}"""


# The smallest type in a drawing as it is shown, in pixels.
SMALLEST = """drawing => {
  const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
  const sizes = [...drawing.querySelectorAll("text")].map(text => parseFloat(getComputedStyle(text).fontSize));
  return Math.min(...sizes) * scale;
}"""


# The contrast of each text of the network with the page's ground (WCAG 2.2).
CONTRASTS = """() => {
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = light(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll(".bg-network .bg-wide text")].map(text => {
    const ink = light(getComputedStyle(text).fill);
    return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
  });
}"""


def test_names_in_a_neighbourhood_do_not_overlap(page: Page) -> None:
    """On a desk and on a phone the words of a neighbourhood stand clear of each other, as the browser sets them."""
    for width, shown in ((1440, ".bg-wide"), (768, ".bg-wide"), (360, ".bg-narrow"), (320, ".bg-narrow")):
        page.set_viewport_size({"width": width, "height": 900})
        for address in NEIGHBOURHOODS:
            page.goto(address, wait_until="networkidle")
            drawing = page.locator(f".bg-ledger svg{shown}")
            assert drawing.is_visible()
            assert page.locator(".bg-ledger svg:visible").count() == 1
            assert drawing.evaluate(OVERLAPS) == [], (address, width)
            assert drawing.evaluate(SMALLEST) >= 12.9, (address, width)


def test_words_in_a_drawing_are_as_wide_as_measured(page: Page) -> None:
    """The browser sets a name no wider than the program measured it, for both know the same font."""
    page.goto("/actors/iran.html", wait_until="networkidle")
    left = page.evaluate(
        "[...document.querySelectorAll('.bg-wide text.end')].map(text => text.getBBox().x)",
    )
    assert left
    assert min(left) > -1


def test_a_name_in_a_drawing_leads_to_its_page(page: Page) -> None:
    """A name is a link that can be followed by keyboard, and shows that it has the focus."""
    page.goto(NEIGHBOURHOODS[0], wait_until="networkidle")
    node = page.locator(".bg-ledger svg:visible a", has_text="U.S. military")
    node.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert node.evaluate("a => a.matches(':focus-visible') && getComputedStyle(a).outlineStyle !== 'none'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/groups/us-military.html")


def test_the_timeline_is_filtered_by_who_took_part(page: Page) -> None:
    """Choosing a name by keyboard leaves its events in the list and in the picture, and says how many they are."""
    page.goto("/timeline.html", wait_until="networkidle")
    count = page.locator(".bg-event").count()
    assert page.locator(".bg-event:visible").count() == count
    page.locator(".bg-filter input").first.focus()
    page.keyboard.press("ArrowDown")
    name = page.locator(".bg-filter label:has(input:checked)").inner_text().strip()
    shown = page.locator(".bg-event:visible")
    assert 0 < shown.count() < count
    assert all(name in text for text in page.locator(".bg-event:visible .bg-who").all_inner_texts())
    assert page.locator(".bg-count[role=status]").inner_text() == f"{shown.count()} of {count} events: {name}"
    in_list = set(page.locator(".bg-event:visible .bg-what a:not(.bg-para)").all_inner_texts())
    in_picture = page.locator(".bg-times svg:visible a:not(.bg-hidden)").all_text_contents()
    assert {text.strip() for text in in_picture} == in_list
    page.locator(".bg-filter button").click()
    assert page.evaluate("document.activeElement.matches('.bg-filter input')")
    page.locator(".bg-filter input").first.check()
    assert shown.count() == count


def test_only_the_picture_of_the_timeline_scrolls(page: Page) -> None:
    """At 320 px the picture scrolls in its own frame, by keyboard too, and the page does not."""
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto("/timeline.html", wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    frame = page.locator(".bg-times .bg-frame")
    assert frame.evaluate("f => f.scrollWidth > f.clientWidth")
    frame.focus()
    page.keyboard.press("ArrowRight")
    assert frame.evaluate(
        """async frame => {
          for (let turn = 0; turn < 120 && !frame.scrollLeft; turn++) await new Promise(requestAnimationFrame);
          return frame.scrollLeft;
        }"""
    )


def test_names_in_the_picture_of_the_timeline_do_not_overlap(page: Page) -> None:
    """Names stand clear of each other and are not small at any width, and a phone's own drawing is seen whole."""
    for width, shown in (
        (1440, ".bg-wide"),
        (768, ".bg-medium"),
        (640, ".bg-medium"),
        (360, ".bg-narrow"),
        (320, ".bg-narrow"),
    ):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/timeline.html", wait_until="networkidle")
        drawing = page.locator(".bg-times svg:visible")
        assert drawing.count() == 1
        assert drawing.evaluate("(svg, name) => svg.matches(name)", shown)
        if width in {1440, 768, 360}:
            assert page.locator(".bg-times .bg-frame").evaluate("f => f.scrollWidth <= f.clientWidth"), width
        assert drawing.evaluate(OVERLAPS) == [], width
        assert drawing.evaluate(SMALLEST) >= 12.9, width


def test_names_in_the_network_do_not_overlap(page: Page) -> None:
    """On a desk, a tablet and a phone the network has a drawing of its own, with names apart and no small type."""
    for width, shown in ((1440, ".bg-wide"), (1000, ".bg-medium"), (768, ".bg-medium"), (320, ".bg-narrow")):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/network.html", wait_until="networkidle")
        drawing = page.locator(".bg-network .bg-frame svg:visible")
        assert drawing.count() == 1
        assert drawing.evaluate("(svg, name) => svg.matches(name)", shown)
        assert drawing.evaluate(OVERLAPS) == [], width
        assert drawing.evaluate(SMALLEST) >= 12.9, width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_tie_of_the_network_runs_through_a_name(page: Page) -> None:
    """On a desk, a tablet and a phone every name of the network stands clear of every tie."""
    for width in (1440, 768, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/network.html", wait_until="networkidle")
        drawing = page.locator(".bg-network .bg-frame svg:visible")
        assert drawing.locator("text.name").count() >= 8
        assert drawing.evaluate(CROSSED) == [], width


def _bonds(page: Page) -> Locator:
    return page.locator(".bg-network .bg-frame svg:visible g.bond:not(.bg-hidden)")


def test_the_network_is_filtered_by_tie_and_kind(page: Page) -> None:
    """By keyboard one class of ties is chosen and a kind left out; what is left is told."""
    page.goto("/network.html", wait_until="networkidle")
    every = _bonds(page).count()
    told = page.locator(".bg-network .bg-count[role=status]")
    page.locator("input[name=bg-tie]").first.focus()
    page.keyboard.press("ArrowDown")
    line = page.locator("input[name=bg-tie]:checked").get_attribute("value")
    shown = _bonds(page).evaluate_all("bonds => bonds.map(bond => bond.dataset.line)")
    assert 0 < len(shown) < every
    assert set(shown) == {line}
    assert f"{len(shown)} of {every} ties" in told.inner_text()
    page.locator("input[name=bg-tie]").first.check()
    persons = page.locator("input[name=bg-kind][value=person]")
    persons.focus()
    page.keyboard.press("Space")
    names = page.locator(".bg-network .bg-frame svg:visible a:not(.bg-hidden)")
    kinds = names.evaluate_all("nodes => nodes.map(node => node.dataset.kind)")
    assert kinds
    assert "person" not in kinds
    persons.check()
    assert _bonds(page).count() == every


def test_on_a_phone_the_network_comes_before_its_choices(browser: Browser, address: str) -> None:
    """On a phone the drawing is on the first screen, and a button opens the choices; on a desk they lie open."""
    profile = browser.new_context(
        base_url=address, viewport={"width": 360, "height": 780}, has_touch=True, reduced_motion="reduce"
    )
    tab = profile.new_page()
    tab.goto("/network.html", wait_until="networkidle")
    choices, button = tab.locator("details.bg-choices"), tab.locator(".bg-choices > summary")
    first, legend = tab.locator("input[name=bg-tie]").first, tab.locator("ul.bg-lines")
    box = tab.locator(".bg-network .bg-frame").bounding_box()
    assert box
    assert box["y"] < 780 * 0.6
    for opened in (True, False):
        expect(first).to_be_visible(visible=not opened)
        expect(legend).to_be_visible(visible=opened)
        button.focus()
        tab.keyboard.press("Enter")
        expect(first).to_be_visible(visible=opened)
        expect(legend).to_be_visible(visible=not opened)
    button.tap()
    expect(first).to_be_visible()
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    assert Axe().run(tab).violations_count == 0
    tab.set_viewport_size({"width": 1440, "height": 900})
    expect(choices).to_have_attribute("open", "")
    expect(button).to_be_hidden()
    tab.set_viewport_size({"width": 360, "height": 780})
    expect(first).to_be_hidden()
    profile.close()


def test_a_neighbourhood_is_brought_out(page: Page) -> None:
    """By mouse, by focus and by choosing a name, its ties and those at their ends stand out."""
    page.goto("/network.html", wait_until="networkidle")
    near = page.locator(".bg-network .bg-frame svg:visible.bg-lit g.bond.bg-near")
    node = page.locator(".bg-network .bg-frame svg:visible a[data-node=hezbollah]")
    own = page.locator(".bg-network .bg-frame svg:visible g.bond[data-ends~=hezbollah]").count()
    assert near.count() == 0
    node.hover()
    assert near.count() == own > 1
    page.mouse.move(0, 0)
    assert near.count() == 0
    node.focus()
    assert near.count() == own
    page.locator("select[name=bg-around]").focus()
    assert near.count() == 0
    page.locator("select[name=bg-around]").select_option("hamas")
    assert near.count() == page.locator(".bg-frame svg:visible g.bond[data-ends~=hamas]").count() > 1


def test_the_network_is_made_larger(page: Page) -> None:
    """By key, by button and by wheel the drawing grows and comes back; larger, it is moved by arrows and by mouse."""
    page.goto("/network.html", wait_until="networkidle")
    frame = page.locator(".bg-network .bg-frame")
    view = "svg => svg.getAttribute('viewBox').split(' ').map(Number)"
    svg = page.locator(".bg-network .bg-frame svg:visible")
    whole = svg.evaluate(view)
    frame.focus()
    page.keyboard.press("+")
    larger = svg.evaluate(view)
    assert larger[2] < whole[2]
    assert "140 %" in page.locator(".bg-network .bg-count").inner_text()
    page.keyboard.press("ArrowRight")
    assert svg.evaluate(view)[0] > larger[0]
    box = svg.bounding_box()
    assert box
    before = svg.evaluate(view)
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 20, steps=4)
    page.mouse.up()
    assert svg.evaluate(view)[0] < before[0]
    page.keyboard.press("0")
    assert svg.evaluate(view) == whole
    page.get_by_role("button", name="Larger", exact=True).click()
    assert svg.evaluate(view)[2] < whole[2]
    page.get_by_role("button", name="The whole network").click()
    page.keyboard.down("Control")
    svg.hover(position={"x": 300, "y": 300})
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    expect(page.locator(".bg-network .bg-count")).not_to_have_text("100 %")
    assert svg.evaluate(view)[2] < whole[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_steps_back_can_still_be_read(browser: Browser, address: str, scheme: str) -> None:
    """With a neighbourhood brought out and with the filters set, axe finds nothing, and all words have contrast."""
    profile = browser.new_context(base_url=address, color_scheme=scheme, reduced_motion="reduce")
    tab = profile.new_page()
    for address_of_page in ("/network.html", "/timeline.html"):
        tab.goto(address_of_page, wait_until="networkidle")
        if "network" in address_of_page:
            tab.locator("select[name=bg-around]").select_option("iran")
        else:
            tab.locator(".bg-filter button").click()
            tab.locator(".bg-filter input").nth(2).check()
        results = Axe().run(tab)
        assert results.violations_count == 0, results.generate_report()
    tab.goto("/network.html", wait_until="networkidle")
    tab.locator("select[name=bg-around]").select_option("iran")
    ratios = tab.evaluate(CONTRASTS)
    profile.close()
    assert len(ratios) > 10
    assert min(ratios) >= 4.5


def test_without_scripts_the_drawings_are_read(browser: Browser, address: str) -> None:
    """Without scripts there are no controls; the drawings are there, and their names lead to the pages."""
    profile = browser.new_context(base_url=address, java_script_enabled=False)
    tab = profile.new_page()
    for path in ("/network.html", "/timeline.html", NEIGHBOURHOODS[0]):
        tab.goto(path)
        assert tab.locator(".bg-drawing .bg-frame svg:visible").count() == 1
        assert tab.locator(".bg-filter").count() == 0
    tab.locator(".bg-ledger svg:visible a", has_text="U.S. military").click()
    assert tab.url.endswith("/groups/us-military.html")
    profile.close()


def test_drawings_on_paper(page: Page) -> None:
    """On paper each drawing is there once, as wide as the sheet or as the column of its page, and without controls."""
    page.set_viewport_size({"width": 658, "height": 940})
    for path, narrowest in (("/network.html", 650), ("/timeline.html", 650), (NEIGHBOURHOODS[0], 540)):
        page.goto(path, wait_until="networkidle")
        page.emulate_media(media="print")
        drawing = page.locator(".bg-drawing .bg-frame svg:visible")
        assert drawing.count() == 1
        box = drawing.bounding_box()
        assert box
        assert narrowest < box["width"] <= 658
        assert page.locator(".bg-filter:visible, .bg-count:visible").count() == 0
        assert page.locator("ul.bg-lines:visible").count() == (path == "/network.html")


def test_drawings_in_forced_colours(browser: Browser, address: str) -> None:
    """Where the reader's system forces its colours, lines and words take them."""
    profile = browser.new_context(base_url=address, forced_colors="active", color_scheme="dark")
    tab = profile.new_page()
    tab.goto("/network.html", wait_until="networkidle")
    style = "(e, of) => getComputedStyle(e)[of]"
    stroke = tab.locator(".bg-frame svg:visible .tie").first.evaluate(style, "stroke")
    fill = tab.locator(".bg-frame svg:visible text").first.evaluate(style, "fill")
    ground = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    profile.close()
    assert stroke == fill != ground
