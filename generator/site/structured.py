"""Structured data: schema.org in JSON-LD, as a string that no text in it can break out of a script element.

Addresses within the site are written `site:/` and the path of the built page; the theme puts the site's URL there.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping

from generator.model import Article, Download, Entity, Kind, SharedName
from generator.schema_org import TYPES
from generator.site import escape
from generator.site.links import Site, article_path, entity_path, shape
from generator.site.quotations import Utterance, bare, paragraph
from generator.site.social import image_path
from generator.site.spellings import names
from generator.timespan import FIRST_DAY, LAST_DAY, Timespan

SECTIONS: Mapping[str, str] = {
    "articles": "Articles",
    "actors": "People and states",
    "groups": "Groups",
    "events": "Events",
    "places": "Places",
    "glossary": "Terms",
    "names": "Shared names",
}
_MEDIA_TYPES = {
    "graphml": "application/graphml+xml",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "xml": "application/tei+xml",
    "zip": "application/zip",
}
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

Node = dict[str, object]


@functools.lru_cache(maxsize=2**15)  # articles name the same entities over and over
def address(path: str) -> str:
    """Give the placeholder for the address of a page by its path under docs/."""
    built = path.removesuffix(".md") + ".html"
    return f"site:/{escape.path('' if built == 'index.html' else built)}"


def as_json(*nodes: Node) -> str:
    """Write nodes as one JSON-LD document in ASCII; absent values are dropped, `<`, `>` and `&` are escaped."""
    graph = [_present(node) for node in nodes]
    return escape.json_for_html({"@context": "https://schema.org", "@graph": graph}, (", ", ": "))


def home(title: str, description: str) -> str:
    """Describe the site."""
    return as_json(
        {"@type": "WebSite", "@id": "site:/#site", "url": "site:/", "name": title, "description": description}
    )


def overview(path: str, title: str, description: str) -> str:
    """Describe an overview page."""
    page: Node = {"@type": "CollectionPage", "@id": address(path), "url": address(path), "name": title}
    return as_json({**page, "description": description}, breadcrumbs(path, title))


def dataset(path: str, title: str, description: str, licence: str, downloads: Iterable[Download]) -> str:
    """Describe what can be downloaded, as search engines for data look for it."""
    files: list[Node] = [
        {
            "@type": "DataDownload",
            "name": one.title,
            "description": one.purpose,
            "encodingFormat": _MEDIA_TYPES[one.file.rpartition(".")[2]],
            "contentUrl": f"site:/data/{escape.path(one.file)}",
        }
        for one in downloads
    ]
    node: Node = {"@type": "Dataset", "@id": address(path), "url": address(path), "name": title}
    told: Node = {
        "description": description,
        "license": escape.href(licence),
        "isAccessibleForFree": True,
        "distribution": files,
    }
    return as_json({**node, **told}, breadcrumbs(path, "Data"))


def terms(path: str, title: str, entities: list[Entity]) -> str:
    """Describe the glossary."""
    listed = [thing(entity) for entity in entities]
    node: Node = {"@type": "DefinedTermSet", "@id": address(path), "url": address(path), "name": title}
    return as_json({**node, "hasDefinedTerm": listed}, breadcrumbs(path, title))


def article(site: Site, found: Article, subjects: list[str], mentions: list[str]) -> str:
    """Describe an article: `subjects` are the ids that it is about, `mentions` all others that it names."""
    path = article_path(found.slug)
    node: Node = {
        "@type": "Article",
        "@id": address(path),
        "url": address(path),
        "headline": found.title,
        "description": found.description,
        "image": f"site:/{escape.path(image_path(path, found.title))}",
        "inLanguage": found.language,
        "datePublished": _iso(found.date),
        "author": [
            thing(site.bearers[a]) if a in site.bearers else {"@type": "Person", "name": a} for a in found.authors
        ],
        "publisher": {"@type": "Organization", "name": found.publisher} if found.publisher else None,
        "isBasedOn": escape.href(found.source_url),
        "license": escape.href(found.license),
        "about": [thing(site.entities[one]) for one in subjects],
        "mentions": [_named(site.entities[one]) for one in mentions],
    }
    spoken = [quotation(site, one) for one in site.spoken_in.get(found.slug, ())]
    return as_json({**node, "hasPart": spoken}, breadcrumbs(path, found.title))


def entity(site: Site, found: Entity) -> str:
    """Describe an entity and its page."""
    native = [{"@value": name, "@language": code} for code, name in found.native_names]
    written = [name for name in names(found)[1:] if name not in {n for _, n in found.native_names}]
    node: Node = {
        **thing(found),
        "description": found.summary,
        "alternateName": [*written, *native],
        "sameAs": [url for url in map(escape.href, found.same_as) if url],
        **_own(site, found),
    }
    spoken: list[Node] = [
        {**quotation(site, one), "isPartOf": {"@id": address(article_path(one[0].owner))}}
        for one in site.utterances.get(found.id, ())
    ]
    return as_json(node, *spoken, breadcrumbs(entity_path(found), found.name))


def shared_name(found: SharedName, bearers: list[Entity]) -> str:
    """Describe the page of a name that several bear."""
    path = f"names/{found.slug}.md"
    node: Node = {"@type": "ItemList", "@id": address(path), "url": address(path), "name": found.name}
    return as_json({**node, "itemListElement": _numbered([thing(e) for e in bearers])}, breadcrumbs(path, found.name))


def quotation(site: Site, utterance: Utterance) -> Node:
    """Describe words that an article quotes, with the paragraph in which they begin as their address."""
    first = utterance[0]
    anchor = f"#p{number}" if (number := paragraph(site, utterance)) else ""
    speaker = site.entities.get(first.speaker or "")
    node: Node = {
        "@type": "Quotation",
        "text": bare(site, utterance),
        "url": address(article_path(first.owner)) + anchor,
    }
    return {**node, "spokenByCharacter": _named(speaker)} if speaker else node


def thing(found: Entity) -> Node:
    """Name an entity, with its address as its identity."""
    where = address(entity_path(found))
    return {"@type": TYPES[shape(found)], "@id": f"{where}#entity", "name": found.name, "url": where}


def _named(found: Entity) -> Node:
    """Name an entity in a long list, without the address of its page, which its identity begins with."""
    return {key: value for key, value in thing(found).items() if key != "url"}


def breadcrumbs(path: str, title: str) -> Node:
    """Give the way from home to a page."""
    folder, _, file = path.rpartition("/")
    way = [("Home", "index.md")]
    section = folder.partition("/")[0]
    if folder and file != "index.md":
        way.append((SECTIONS[section], f"{section}/index.md"))
    steps: list[Node] = [{"name": name, "item": address(at)} for name, at in [*way, (title, path)]]
    return {"@type": "BreadcrumbList", "itemListElement": _numbered(steps)}


def _own(site: Site, found: Entity) -> Node:
    if found.kind is Kind.EVENTS:
        return {**_times(found.date), "location": _place(site, found.place)}
    if found.kind is Kind.GROUPS:
        return {"foundingDate": _iso(found.founded), "dissolutionDate": _iso(found.dissolved)}
    if found.kind is Kind.PLACES:
        geo = found.coordinates
        point: Node = {"@type": "GeoCoordinates", "latitude": geo[0], "longitude": geo[1]} if geo else {}
        return {"geo": point, "containedInPlace": _place(site, found.within)}
    if found.kind is Kind.GLOSSARY:
        return {"inDefinedTermSet": address("glossary/index.md")}
    return {"jobTitle": found.role} if shape(found) == "person" else {}


def _place(site: Site, place: str) -> Node:
    if place in site.entities:
        return thing(site.entities[place])
    return {"@type": "Place", "name": place} if place else {}


def _times(date: Timespan | None) -> Node:
    if date is None or not date.is_interval:
        return {"startDate": _iso(date)}
    first, last = date.text.split("/")
    return {
        "startDate": first if date.first != FIRST_DAY and _ISO.fullmatch(first) else None,
        "endDate": last if date.last != LAST_DAY and _ISO.fullmatch(last) else None,
    }


def _iso(date: Timespan | None) -> str:
    """Give a date in ISO 8601 where it is a plain one: EDTF marks of doubt mean nothing to a reader of schema.org."""
    return date.text if date and _ISO.fullmatch(date.text) else ""


def _numbered(nodes: list[Node]) -> list[Node]:
    return [{"@type": "ListItem", "position": at, **_as_item(node)} for at, node in enumerate(nodes, 1)]


def _as_item(node: Node) -> Node:
    return {"item": node} if "@type" in node else node


def _present(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}
