"""What may stand in each kind of file. The descriptions are the help that an editor shows while typing."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, model_validator

from generator.codes import Code
from generator.content.fields import (
    Coordinates,
    Date,
    Day,
    FormerId,
    FormerSlug,
    Id,
    Language,
    Name,
    OneOrMore,
    Settled,
    Text,
    TypeId,
    TypeName,
    Url,
    refusal,
)
from generator.model import Difference, Kind


class Part(BaseModel):
    """A mapping of YAML: unknown keys are errors and no value is converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class QuotePart(Part):
    """The words of an article that a claim rests on."""

    article: Id = Field(description="The slug of the article: its file name without .md.")
    quote: Text = Field(
        description="The words as they stand in the article; [...] leaves words out within a paragraph. Quotation "
        "marks, dashes and white space need not be the same."
    )
    prefix: Text = Field("", description="The words just before the quote, where it stands more than once.")
    suffix: Text = Field("", description="The words just after the quote, where it stands more than once.")


class ClaimPart(Part):
    """What relations and statements have in common."""

    evidence: Annotated[list[QuotePart], OneOrMore] = Field(
        default_factory=list,
        description="The words of an article that this rests on, one or a list. Without evidence it is background.",
    )
    asserted_by: Id = Field("", description="The id of the entity that says so, where it is not the article itself.")
    stance: Literal["stated", "attributed", "hedged", "disputed"] = Field(
        "stated", description="How firmly it is said: stated (the default), attributed, hedged or disputed."
    )


class RelationPart(ClaimPart):
    """A typed edge to another entity; the inverse is derived, never written."""

    type: TypeName = Field(description="How this entity is tied to the other; read it as a sentence that begins here.")
    target: Id = Field(description="The id of the other entity.")
    since: Date = Field(None, description="When it began, an EDTF date such as 2003 or 2024-01-28.")
    until: Date = Field(None, description="When it ended, an EDTF date.")


class StatementPart(ClaimPart):
    """A sourced claim in words."""

    text: Text = Field(description="The claim, a sentence; names in it are linked.")
    about: list[Id] = Field(default_factory=list, description="The ids of the other entities that it concerns.")


class SourcePart(Part):
    """A source outside the site's articles."""

    title: Text = Field(description="The title of the source.")
    url: Url = Field("", description="Where it can be read, https://...")
    publisher: Text = Field("", description="Who published it.")
    date: Date = Field(None, description="When it appeared, an EDTF date.")


class ParticipantPart(Part):
    """Who took part in an event."""

    entity: Id = Field(description="The id of the entity that took part.")
    role: Text = Field("", description="As what it took part.")


class Entry(Part):
    """What every entry may hold."""

    name: Name = Field(description="The name as a headline prints it.")
    aliases: list[Name] = Field(
        default_factory=list,
        description="Other names that refer to this entity alone. Variants in apostrophes, hyphens, diacritics and the "
        "case of the first letter are found without being listed.",
    )
    phrases: list[Name] = Field(
        default_factory=list,
        description="Wordings that describe it without naming it: linked as a whole, the names in them still count.",
    )
    weak_aliases: list[Name] = Field(
        default_factory=list,
        description="Names that it shares with others or with plain words: linked only where the article settles them.",
    )
    native_name: dict[Language, Name] = Field(
        default_factory=dict,
        description="The name in its own language: a map of language code to name, such as {ar: ...}.",
    )
    type: Text = Field(
        "", description="The subtype.", examples=["person", "state", "militia", "party", "movement", "attack", "war"]
    )
    summary: Text = Field(
        "", description="One or two sentences: the lead of its page and its hover card; for a term, the definition."
    )
    profile: Text = Field("", description="A longer text in Markdown; its names are linked too.")
    relations: list[RelationPart] = Field(
        default_factory=list, description="Typed edges to other entities; the inverse is never written."
    )
    statements: list[StatementPart] = Field(default_factory=list, description="Sourced claims in words.")
    see_also: list[Id] = Field(default_factory=list, description="Ids of entries that a reader may want next.")
    not_to_be_confused_with: list[Id] = Field(
        default_factory=list, description="Ids of entries that are easily taken for this one."
    )
    sources: list[SourcePart] = Field(default_factory=list, description="Sources outside the site's articles.")
    same_as: list[Url] = Field(
        default_factory=list, description="Addresses of the same thing elsewhere: Wikidata, Wikipedia."
    )
    formerly: list[FormerId] = Field(
        default_factory=list,
        description="Ids that it had before, or of entries that were merged into it: their addresses lead here. "
        "kind/id where the kind was another.",
    )
    link: bool = Field(default=True, description="false: it has its page, but its name is never linked automatically.")


class Actor(Entry):
    """A person or a state."""

    role: Text = Field("", description="What the actor is or was, in a few words.")


class Group(Entry):
    """An organisation: militia, party, movement, force, company, agency or medium."""

    founded: Date = Field(None, description="When it was founded, an EDTF date.")
    dissolved: Date = Field(None, description="When it was dissolved, an EDTF date.")
    ideology: Annotated[list[Text], OneOrMore] = Field(
        default_factory=list, description="What it stands for: ids of terms, or words."
    )


class Event(Entry):
    """What happened at a time."""

    date: Date = Field(None, description="When it happened, as precisely as known: 2024-01-28, 2003, 2011~, 2013/2020.")
    place: Text = Field("", description="Where it happened: the id of an entry, or words where there is none.")
    participants: list[ParticipantPart] = Field(default_factory=list, description="Who took part, and as what.")


class Place(Entry):
    """A place."""

    within: Id = Field("", description="The id of the place or state that it lies in.")
    coordinates: Coordinates = Field(None, description="Latitude and longitude in degrees: [33.3152, 44.3661].")


class Term(Entry):
    """A term of the glossary: a doctrine, concept, branch of a faith or a word of the trade."""


class FrontMatter(Part):
    """What stands before an article, between two lines of three hyphens."""

    title: Text = Field(description="The headline.")
    description: Text = Field("", description="The standfirst.")
    authors: list[Name] = Field(default_factory=list, description="Who wrote it.")
    date: Date = Field(None, description="When it appeared, an EDTF date; relative dates in it count from there.")
    publisher: Text = Field("", description="Who published it.")
    source_url: Url = Field("", description="Where it first appeared, https://...")
    license: Text = Field("", description="Under which licence it stands here.")
    language: Language = Field("en", description="Its language, a BCP 47 code; en if left out.")
    formerly: list[FormerSlug] = Field(
        default_factory=list, description="Slugs that it had before: their addresses lead here."
    )
    links: dict[Name, Settled] = Field(
        default_factory=dict,
        description="Settles names in this article: a map of a name to the id that it means, or to false for no link.",
    )


class HomeMatter(Part):
    """What stands before the words of the home page; all of it is optional."""

    title: Text = Field("", description="The name of the site, as its home page prints it.")
    description: Text = Field("", description="What the site is, in a sentence or two.")
    license: Text = Field("", description="Under which licence the entries may be used, such as CC BY 4.0.")
    audit: bool = Field(default=False, description="true: the site has a page that lists what an editor may tend next.")


KindName = Literal["actors", "groups", "events", "places", "glossary"]


class TypePart(Part):
    """A relation type: how a tie reads from both ends, and what it may join."""

    label: Text = Field(description='The words between the two ends: "A supports B".')
    inverse: Text = Field("", description='The same tie told from the other end: "B is supported by A".')
    symmetric: bool = Field(
        default=False, description="true, instead of an inverse: the tie reads the same from both ends."
    )
    source_kinds: list[KindName] = Field(alias="from", min_length=1, description="The kinds that may hold the tie.")
    target_kinds: list[KindName] = Field(alias="to", min_length=1, description="The kinds that it may point to.")
    group: Text = Field(description="The heading under which a page lists it.")
    line: Literal["support", "command", "against", "likeness", "other"] = Field(
        "other", description="How a drawing shows it."
    )
    fact: Text = Field("", description="The row of the infobox on the page of the one that holds the tie.")
    inverse_fact: Text = Field("", description="The row of the infobox on the page of the one that it points to.")

    @model_validator(mode="after")
    def _one_of_two(self) -> TypePart:
        if bool(self.inverse) is self.symmetric:
            message = (
                "it is symmetric and has an inverse" if self.symmetric else "it has no inverse and is not symmetric"
            )
            hint = 'write either "inverse: ..." (how it reads from the other end) or "symmetric: true"'
            raise refusal(Code.INVERSE_OR_SYMMETRIC, message, hint)
        return self


class Types(RootModel[dict[TypeId, TypePart]]):
    """The site's own relation types, beside the built-in ones: a map of an id to what it means."""


class ChangePart(Part):
    """One change from a release to the next, in words."""

    # A Literal and not the enumeration itself: so the schema lists the values where they are used. mypy knows no
    # Literal that a call makes.
    what: Literal[tuple(Difference)] = Field(description="What kind of change it is.")  # type: ignore[valid-type] # as above
    entry: Id = Field("", description="The id of the entry that it concerns.")
    article: Id = Field("", description="The slug of the article that it concerns.")
    text: Text = Field(description="What changed, a sentence.")


class ReleasePart(Part):
    """What changed up to a day."""

    date: Day = Field(description="The day of the release, such as 2024-01-28.")
    title: Text = Field("", description="What the release is called.")
    changes: list[ChangePart] = Field(default_factory=list, description="What changed.")


class Releases(Part):
    """What changed from one release to the next: `changes --record DATE` adds to it."""

    releases: list[ReleasePart] = Field(default_factory=list, description="The releases, in any order.")


class CorrectionPart(Part):
    """What was wrong and is right now, as a newspaper prints it."""

    date: Day = Field(description="The day on which it was corrected, such as 2024-01-28.")
    entry: Id = Field("", description="The id of the entry that was wrong; the correction stands on its page.")
    article: Id = Field("", description="The slug of the article that was wrong; the correction stands on its page.")
    text: Text = Field(description="What was wrong, and what is right.")


class Corrections(Part):
    """What was corrected: dated, and kept."""

    corrections: list[CorrectionPart] = Field(default_factory=list, description="The corrections, in any order.")


MODELS: dict[Kind, type[Entry]] = {
    Kind.ACTORS: Actor,
    Kind.GROUPS: Group,
    Kind.EVENTS: Event,
    Kind.PLACES: Place,
    Kind.GLOSSARY: Term,
}
