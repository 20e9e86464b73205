"""The registers of the catalogue in TEI's standOff: persons, organisations, places, events, terms and relations."""

from __future__ import annotations

from collections.abc import Callable, Collection

from generator.export.parts import Shared
from generator.export.record import EntityRecord, RelationRecord
from generator.export.tei_elements import Element, child, dated, place

RELATIONS = "relations"
_GLOSS = "list"
# The lists in their order, and the shapes of what stands in each.
_LISTS = {
    "listPerson": ("person",),
    "listOrg": ("group",),
    "listPlace": ("state", "place"),
    "listEvent": ("event",),
    _GLOSS: ("term",),
    "listRelation": (RELATIONS,),
}
SHAPES = tuple(shape for shapes in _LISTS.values() for shape in shapes if shape != RELATIONS)
_Write = Callable[[Element, EntityRecord, Shared], None]


def entity_id(id_: str) -> str:
    """Give the xml:id of an entity; an id alone may begin with a digit, which XML does not allow."""
    return f"e-{id_}"


def paragraph_id(slug: str, paragraph: int) -> str:
    """Give the xml:id of a paragraph."""
    return f"a-{slug}-p{paragraph}"


def registers(parent: Element, filled: Collection[str]) -> None:
    """Add the standOff with the lists in which something stands: `filled` are the shapes, and RELATIONS, that are."""
    lists = {name: [one for one in shapes if one in filled] for name, shapes in _LISTS.items()}
    if not any(lists.values()):
        return
    stand_off = child(parent, "standOff")
    for name, shapes in lists.items():
        if shapes:
            listed = child(stand_off, name, type="gloss" if name == _GLOSS else "")
            for shape in shapes:
                place(listed, shape)


def register(parent: Element, one: EntityRecord, shared: Shared) -> None:
    """Write what the list of its shape says of an entity."""
    _WRITERS[one.shape](parent, one, shared)


def _names(parent: Element, element: str, one: EntityRecord) -> None:
    child(parent, element, one.name, type="main")
    for alias in one.aliases:
        child(parent, element, alias, type="alias")
    for native in one.native_names:
        child(parent, element, native.name, type="native", xml_lang=native.language)


def _common(parent: Element, one: EntityRecord, shared: Shared) -> None:
    child(parent, "idno", shared.base + one.page, type="page")
    for address in one.same_as:
        child(parent, "idno", address, type="same-as")
    if one.summary:
        child(parent, "note", one.summary, type="summary")


def _person(parent: Element, one: EntityRecord, shared: Shared) -> None:
    made = child(parent, "person", xml_id=entity_id(one.id))
    _names(made, "persName", one)
    if one.role:
        child(made, "occupation", one.role)
    _common(made, one, shared)


def _group(parent: Element, one: EntityRecord, shared: Shared) -> None:
    made = child(parent, "org", xml_id=entity_id(one.id), type=_token(one.type))
    _names(made, "orgName", one)
    for date, what in ((one.founded, "founded"), (one.dissolved, "dissolved")):
        if date:
            child(child(made, "event", type=what, **dated(date, point=True)), "label", what)
    _common(made, one, shared)


def _place(parent: Element, one: EntityRecord, shared: Shared) -> None:
    made = child(parent, "place", xml_id=entity_id(one.id), type=_token(one.type or one.shape))
    _names(made, "placeName", one)
    if one.within in shared.entities:
        child(child(made, "location"), "placeName", ref=f"#{entity_id(one.within)}")
    if one.coordinates:
        child(child(made, "location"), "geo", f"{one.coordinates[0]} {one.coordinates[1]}")
    _common(made, one, shared)


def _event(parent: Element, one: EntityRecord, shared: Shared) -> None:
    """Write an event. Its names are labels; `where` holds the place if the catalogue has it."""
    made = child(parent, "event", xml_id=entity_id(one.id), type=_token(one.type), **dated(one.date, point=True))
    child(made, "label", one.name, type="main")
    for alias in one.aliases:
        child(made, "label", alias, type="alias")
    if one.summary:
        child(made, "desc", one.summary)
    for part in one.participants:
        link = child(made, "note", type="participant")
        child(link, "ref", part.role or "took part", target=f"#{entity_id(part.entity)}")
    child(child(made, "note", type="page"), "ref", target=shared.base + one.page)


def _term(parent: Element, one: EntityRecord, shared: Shared) -> None:
    label = child(parent, "label", xml_id=entity_id(one.id))
    child(label, "term", one.name)
    child(child(parent, "item", one.summary), "ref", target=shared.base + one.page)


def relation(parent: Element, one: RelationRecord, *, symmetric: bool) -> None:
    """Write what the list of relations says of one."""
    ends = {"active": f"#{entity_id(one.source)}", "passive": f"#{entity_id(one.target)}"}
    if symmetric:
        ends = {"mutual": f"#{entity_id(one.source)} #{entity_id(one.target)}"}
    when = "/".join((one.since or "..", one.until or "..")) if one.since or one.until else ""
    places = dict.fromkeys(f"#{paragraph_id(each.article, each.paragraph)}" for each in one.evidence if each.paragraph)
    speaker = {"resp": f"#{entity_id(one.asserted_by)}"} if one.asserted_by else {}
    certain = {} if one.stance in {"stated", "attributed"} else {"cert": "low"}
    more = {**_interval(when), **speaker, **certain}
    kind = f"{one.stance}" if one.evidence else "background"
    child(parent, "relation", "", name=one.type, type=kind, source=" ".join(places), **ends, **more)


def _interval(when: str) -> dict[str, str]:
    return {key: value for key, value in dated(when, point=False).items() if key != "cert"}


def _token(text: str) -> str:
    """Give a type as the single word that TEI wants."""
    return "-".join(text.lower().split())


_WRITERS: dict[str, _Write] = {
    "person": _person,
    "group": _group,
    "state": _place,
    "place": _place,
    "event": _event,
    "term": _term,
}
