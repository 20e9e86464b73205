"""What a saved web page says of itself: its title, standfirst, authors, date, publisher, address and language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from lxml.html import HtmlElement

from generator.intake.characters import clean
from generator.intake.dates import find_date, read_date_line
from generator.intake.draft import Hint, Line, Metadata, Shape
from generator.intake.names import authors_of_page
from generator.intake.residue import count_words, is_prose
from generator.intake.topic import share_of_topic, topic_of
from generator.intake.vocabulary import only_words

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->")
_SITE_PARTED = re.compile(r"\s+[|–—·•»-]\s+|\s*\|\s*")
_DISPATCH = re.compile(r"^[^\n]{2,60}?(?: [–—-]{1,2} |\) ?[–—-]{1,2} ?)")  # `ACCRA, Sept 9 (The Lake) - `
_TITLE = 4  # words of a title, at least, that only its heading tells
_ABOVE_TEXT = 30  # lines from such a title to the text
_ALIKE = 2  # words that two wordings of one title share
_FOREIGN = 0.3  # of the words of what a site says of itself, the text has no more
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# How pages declare when they appeared: by the names of Open Graph, Highwire Press, Dublin Core, Parse.ly and Sailthru.
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "citation_online_date",
    "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
    "parsely-pub-date", "sailthru.date", "pubdate", "publish-date", "publication_date", "date",
)  # fmt: skip
_UTC = re.compile(r"T\d\d:\d\d.*(?:Z|[+-]00:?00)$")
_BEHIND_WALL = re.compile(r'"cssSelector"\s*:\s*"([^"]+)"')
_DATE_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')


def read_metadata(text: str, root: HtmlElement, lines: tuple[Line, ...]) -> Metadata:
    """Read what a page says of itself, by an extractor and by its lines where that fails."""
    import trafilatura  # noqa: PLC0415 - it takes long to load, and only pages in HTML need it

    found = trafilatura.extract_metadata(
        text, date_config={"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}
    )
    sites = (found.sitename or "", *_SITE_PARTED.split(root.findtext(".//title") or "")[1:])
    language = (root.get("lang") or "").replace("_", "-")
    saved = _SAVED_FROM.search(text[:4000])
    url = found.url or (saved[1] if saved else "")
    extracted = find_date(found.date or "")
    declared = _declared_date(root)
    dated = declared or (extracted.edtf if extracted else "")
    if not declared and not _marks_date(root, text):
        dated = next((line.edtf for one in lines if (line := read_date_line(one.text))), dated)
    elif _UTC.search("".join(_declared_dates(root)[:1])):
        dated = _printed_beside(dated, lines)
    return Metadata(
        title=_title(_sure_title(clean(found.title or ""), root, lines), lines),
        description=_description(clean(found.description or ""), lines, sites),
        authors=authors_of_page(clean(found.author or ""), clean(found.sitename or "")),
        date=dated,
        publisher=_publisher(clean(found.sitename or "")),
        source_url=url if re.fullmatch(r"https?://[^\s\"<>]+", url) else "",
        language=language if _LANGUAGE.fullmatch(language) else "",
    )


def elements_behind_wall(root: HtmlElement) -> frozenset[HtmlElement]:
    """Give the elements that a page declares as its text for subscribers, by the selector of a class or an id."""
    found = [one for graph in _graphs(root) for one in _BEHIND_WALL.findall(graph)]
    names = {name.strip() for one in found for name in one.split(",")}
    return frozenset(
        element
        for element in (root.iter() if names else ())
        if isinstance(element.tag, str)
        and not names.isdisjoint((*(f".{one}" for one in element.classes), f"#{element.get('id')}"))
    )


def _graphs(root: HtmlElement) -> list[str]:
    """Give what a page declares of itself as linked data, each as JSON."""
    return [script.text or "" for script in root.xpath("//script[@type='application/ld+json']")]


def _declared_date(root: HtmlElement) -> str:
    """Give the date of publication that a page declares of itself, as EDTF; "" where it declares none.

    The extractor passes over moments with fractions of a second, and then takes the date of another article.
    """
    return next((found.edtf for value in _declared_dates(root) if (found := find_date(value))), "")


def _declared_dates(root: HtmlElement) -> tuple[str, ...]:
    """Give the moments of publication that a page declares of itself, as it writes them."""
    metas: dict[str, str] = {}
    for one in root.iter("meta"):
        metas.setdefault((one.get("property") or one.get("name") or "").casefold(), one.get("content", ""))
    named = [metas[name] for name in _DATES if name in metas]
    linked = [found[1] for graph in _graphs(root) if (found := _DATE_PUBLISHED.search(graph))]
    marked = root.xpath("//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content")
    return tuple(value for value in (*named, *linked, *marked) if find_date(value))


def _printed_beside(declared: str, lines: tuple[Line, ...]) -> str:
    """Give the day that the page prints where it is the day beside the declared one: a moment of another clock."""
    printed = next((line.edtf for one in lines if (line := read_date_line(one.text))), declared)
    try:
        apart = date.fromisoformat(printed) - date.fromisoformat(declared)
    except ValueError:  # a month, or a year
        return declared
    return printed if abs(apart.days) == 1 else declared


def _marks_date(root: HtmlElement, text: str) -> bool:
    """Tell whether a page says in its mark-up when it appeared; else the extractor takes any date of its text."""
    marked = root.xpath("//time[@datetime] | //*[@itemprop='datePublished'] | //meta[@content]")
    names = (one.get("property") or one.get("name") or "" for one in marked if one.tag == "meta")
    said = any("publish" in name.casefold() or "date" in name.casefold() for name in names)
    return said or any(one.tag != "meta" for one in marked) or "datePublished" in text


def _sure_title(title: str, root: HtmlElement, lines: tuple[Line, ...]) -> str:
    """Give the title that the extractor found, or the heading that has the title which the page declares of itself.

    The extractor may take a heading of a menu or a box: then the two have hardly a word in common.
    """
    declared = [*root.xpath("//meta[@property='og:title']/@content"), root.findtext(".//title") or ""]
    wordings = [wording for one in declared if (wording := only_words(clean(one)))]
    words = set(only_words(title).split())
    if any(len(words.intersection(wording.split())) >= min(len(words), _ALIKE) for wording in wordings):
        return title
    headings = [line.text for line in lines if line.shape is Shape.HEADING and count_words(line.text) >= _TITLE]
    return next((one for one in headings if any(only_words(one) in wording for wording in wordings)), title)


def _title(title: str, lines: tuple[Line, ...]) -> str:
    """Prefer a heading of the page to the same title with the name of the site after it, or to a title for networks."""
    whole = f" {only_words(title)} "
    headings = [line for line in lines if line.shape is Shape.HEADING and line.level in {1, 2}]
    within = [line.text for line in headings if only_words(line.text) and f" {only_words(line.text)} " in whole]
    if within:
        return max(within, key=len)
    around = [line.text for line in headings if line.level == 1 and whole in f" {only_words(line.text)} "]
    return around[0] if around else _printed_title(lines) or _SITE_PARTED.split(title)[0]


def _printed_title(lines: tuple[Line, ...]) -> str:
    """Give the only heading of the first level that stands over the text and is no name of a site; "" for none."""
    text = next((at for at, line in enumerate(lines) if line.hint is Hint.ARTICLE and is_prose(line.text)), 0)
    first = {
        line.text: at
        for at, line in enumerate(lines[:text])
        if line.shape is Shape.HEADING and line.level == 1 and count_words(line.text) >= _TITLE
    }
    return next((one for one, at in first.items() if len(first) == 1 and text - at <= _ABOVE_TEXT), "")


def _description(description: str, lines: tuple[Line, ...], sites: Iterable[str]) -> str:
    """Leave out a description that only repeats how the text begins, the place of a dispatch left aside.

    So is one of the site: it begins with one of the names `sites`, and has few words of the text.
    """
    start = only_words(re.sub(r"(?:\.\.\.|…|\[…\])$", "", description))
    article = [line for line in lines if line.hint is Hint.ARTICLE and is_prose(line.text)]
    topic = topic_of(article, [None] * len(article))
    named = any(start.startswith(f"{only_words(site)} ") for site in sites if only_words(site))
    if named and share_of_topic(description, topic) < _FOREIGN:
        return ""
    repeated = any(only_words(_DISPATCH.sub("", line.text)).startswith(start) for line in article)
    return "" if repeated or any(only_words(line.text).startswith(start) for line in article) else description


def _publisher(name: str) -> str:
    return name if name and not re.search(r"[@/]|^\S+\.\w{2,6}$", name) else ""
