"""Everything that the program tells by a stable code: what the code means, and how to mend what it tells."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Explained(StrEnum):
    """A code. Its value is what is printed; `meaning` explains it, `remedy` says what to do, where no message does.

    `heading` stands above those that are told together.
    """

    meaning: str
    remedy: str
    heading: str

    def __new__(cls, value: str, meaning: str = "", remedy: str = "", heading: str = "") -> Self:
        """Make a code that knows what it means; without a meaning, a code is looked up by its value."""
        code = str.__new__(cls, value)
        code._value_ = value
        code.meaning = meaning
        code.remedy = remedy
        code.heading = heading
        return code


class Code(Explained):
    """A fault of the content. The value stands in brackets at the end of a message, which says how to mend it."""

    # Files
    NO_CONTENT = "no-content", "The content folder does not exist or is not a folder."
    UNREADABLE = "unreadable-file", "The system does not let the file be read."
    NOT_UTF_8 = "not-utf-8", "The file is not UTF-8 text."
    TOO_LARGE = "too-large", "The file is larger than any text of its kind."
    OUTSIDE = "outside-link", "A symbolic link leads out of the content folder."
    NOT_A_FILE = "not-a-file", "A folder or device stands where a file should."
    NOT_A_FOLDER = "not-a-folder", "A file stands where a folder should."
    WRONG_ENDING = "wrong-ending", "The file's ending is not the one that is read there."
    UNKNOWN_FILE = "unknown-file", "The file is not part of the content and is not read."
    UNKNOWN_FOLDER = "unknown-folder", "The folder is not part of the content and is not read."
    FAULTY_ID = "faulty-id", "The file's name is not an id in lower-case ASCII letters, digits and single hyphens."
    CASE_CLASH = "case-clash", "Two files differ only in case: some systems cannot hold both."
    DUPLICATE_ID = "duplicate-id", "Two entries have the same id."
    CONTROL_CHARACTER = "control-character", "The text holds a character that is not printed."

    # YAML
    YAML_SYNTAX = "yaml-syntax", "The YAML cannot be read."
    YAML_TAB = "yaml-tab", "YAML is indented with spaces only."
    YAML_MARK = "yaml-mark", "An unquoted text begins with, or holds, a mark that means something in YAML."
    YAML_REFERENCE = (
        "yaml-reference",
        "Anchors, aliases and merge keys are not used: an entry says what it says in place.",
    )
    YAML_TAG = "yaml-tag", "Tags are not used."
    YAML_DOCUMENTS = "yaml-documents", "A file holds one YAML document."
    YAML_DEPTH = "yaml-depth", "The values are nested deeper than any entry needs."
    YAML_KEY = "yaml-key", "A key is not a plain word."
    DUPLICATE_KEY = "duplicate-key", "A key stands twice."
    EMPTY_FILE = "empty-file", "The file says nothing."
    NOT_A_MAPPING = "not-a-mapping", "A list of `key: value` lines is needed."
    NO_FRONT_MATTER = "no-front-matter", "An article begins with its front matter between two lines of three hyphens."
    OPEN_FRONT_MATTER = "open-front-matter", "The line that ends the front matter is missing."

    # Keys and values
    UNKNOWN_KEY = "unknown-key", "The key is not one that is read there."
    MISSING_KEY = "missing-key", "A required key is missing."
    EMPTY_VALUE = "empty-value", "A key has no value."
    NOT_TEXT = "not-text", "A text is needed."
    NOT_A_LIST = "not-a-list", "A list is needed."
    NOT_TRUE_OR_FALSE = "not-true-or-false", "`true` or `false` is needed."
    NOT_ALLOWED = "not-allowed", "The value is not one of those that can stand there."
    TOO_LONG = "too-long", "A name is longer than any name."
    NO_LETTER = "no-letter", "A name has no letter and no digit."
    FAULTY_DATE = "faulty-date", "The date is not EDTF level 1."
    FAULTY_URL = "faulty-url", "The address is not one of the web."
    FAULTY_LANGUAGE = "faulty-language", "The language is not a BCP 47 code."
    FAULTY_COORDINATES = "faulty-coordinates", "Coordinates are latitude and longitude in degrees."
    FAULTY_LINK = "faulty-link", "A name in `links` leads to an id or to `false`."
    DATE_ORDER = "date-order", "Something ends before it begins."

    # Relation types
    BUILT_IN_TYPE = "built-in-type", "A site's relation type has the id of a built-in one."
    INVERSE_OR_SYMMETRIC = "inverse-or-symmetric", "A relation type has either an inverse or is symmetric."

    # The catalogue as a whole
    UNKNOWN_ID = "unknown-id", "No entry has this id."
    UNKNOWN_ARTICLE = "unknown-article", "No article has this slug."
    UNKNOWN_RELATION = "unknown-relation-type", "There is no such relation type."
    SELF_REFERENCE = "self-reference", "An entry refers to itself."
    FORMER_ID = "former-id", "A former id is that of something that stands, or two claim it."
    WRONG_KIND = "wrong-kind", "The entry is of a kind that cannot stand there."
    DUPLICATE_RELATION = "duplicate-relation", "The same relation is written twice."
    DUPLICATE_VALUE = "duplicate-value", "A list holds the same value twice."
    CYCLE = "cycle", "Something is, over others, part of itself, or before itself."
    SHARED_ALIAS = "shared-alias", "A name that refers to one entity alone belongs to another as well."
    SHARED_NAME = "shared-name", "Two entries have the same name."

    # Evidence
    QUOTE_NOT_FOUND = "quote-not-found", "The quoted words do not stand in the article."
    QUOTE_ACROSS = "quote-across-paragraphs", "A quote runs over the end of a paragraph."
    QUOTE_AMBIGUOUS = "quote-ambiguous", "The quoted words stand more than once in the article."
    QUOTE_CONTEXT = (
        "quote-context",
        "The quoted words stand in the article, but not beside the words of prefix or suffix.",
    )
    QUOTE_HEADING = "quote-in-heading", "The quoted words stand in a heading only."
    QUOTE_EMPTY = "quote-empty", "A quote holds no word."

    # The articles
    OPEN_LINK = "open-link", "Two opening brackets stand in a text, and no link by hand begins there."
    UNUSED_LINK = "unused-link", "A name that the article's `links` settles does not stand in it."
    AMBIGUOUS_NAME = "ambiguous-name", "A name could mean several entries, and the text does not settle which."
    DATE_CONTRADICTION = "date-contradiction", "An article dates an event otherwise than its entry does."

    UNSAFE_MARKUP = "unsafe-markup", "HTML or attributes that could run in a reader's browser, or cover the page."
    UNSAFE_LINK = "unsafe-link", "A link in a text leads to something other than a page, a mail or a telephone number."
    OUTSIDE_IMAGE = "outside-image", "An image stands on another host, and the pages ask none but the site's own."
    TAKEN_ANCHOR = "taken-anchor", "An anchor is set by hand where the page has one of that name already."
    UNBALANCED_TAG = "unbalanced-tag", "A tag of HTML is closed and not opened, or opened and not closed."
    REORDERING = "reordering-character", "An invisible character would turn the order of the text that follows it."

    # Pages
    TEMPLATE = "template", "A page template cannot be rendered."
    UNUSED_TEMPLATE = "unused-template", "A file among the site's page templates takes the place of none."
    NESTED = "nested-folders", "The content and the pages lie one in the other."
    HAND_WRITTEN_PAGE = "hand-written-page", "A page is to be generated where a person wrote or changed one."
    STALE_PAGE = "stale-page-changed-by-hand", "A page is no longer generated, and was changed by hand since it was."
    OUTDATED_PAGE = "outdated-page", "A page is not what the content gives: it was not generated since that changed."
    UNWRITABLE = (
        "unwritable",
        "The system does not let a page be written: the disk is full, or the folder is not yours.",
    )
    NO_FONT = "no-font", "The site lacks a font, and without it no images are drawn."


class Advice(Explained):
    """What an editor may tend next, in the order of its use.

    What may do harm; what readers miss for certain; what may lead them astray; what could be told; what is only tidier.
    """

    GRAVE_CLAIM = (
        "grave-claim",
        "A crime or violence is stated as a fact about a person who is not said to be dead.",
        "Say who says so (`asserted_by`) or how firmly (`stance`), or take the claim out.",
        "Grave claims that nobody is named for",
    )
    UNCATALOGUED = (
        "uncatalogued",
        "Articles use a name that no entry has.",
        "Write an entry, or have `suggest --write` make a stub; `suggest --interactive` can ignore the name for good.",
        "Names without an entry",
    )
    STUB = (
        "stub",
        "An entry has no summary: its page has no lead and its hover card is empty.",
        "Say in a sentence or two who or what it is.",
        "Entries without a summary",
    )
    EVENT_WITHOUT_DATE = (
        "event-without-date",
        "An event has no date, and so no place in the timeline.",
        "Give what is known, be it the year or the decade: `2024-01`, `2011~`, `199X`.",
        "Events without a date",
    )
    UNMENTIONED = (
        "unmentioned",
        "No article mentions an entry.",
        "Give it the names, or for an event the `phrases`, by which the articles tell of it.",
        "Entries that no article mentions",
    )
    SHARED_NAME = (
        "shared-name",
        "Two entries bear the same name.",
        "Name each under `not_to_be_confused_with` of the other, and see that each article settles whom it means.",
        "Names of several entries",
    )
    NEAR_DUPLICATE = (
        "near-duplicate",
        "The names of two entries of a kind are spelled nearly alike.",
        "Merge them, the id that goes under `formerly`, or name the one under `not_to_be_confused_with` of the other.",
        "Entries that may be the same",
    )
    UNSUPPORTED_PARAGRAPH = (
        "unsupported-paragraph",
        "No claim rests on a paragraph: what it says is in no entry yet.",
        "Write what it says as a statement or a relation that quotes it.",
        "Paragraphs that no claim rests on",
    )
    CLAIM_WITH_ONE_QUOTE = (
        "claim-with-one-quote",
        "A claim rests on one passage, though the site has several articles.",
        "See whether another article says so too, and quote that as well.",
        "Claims with a single passage",
    )
    CLAIM_WITHOUT_EVIDENCE = (
        "claim-without-evidence",
        "No article supports a tie or a statement; the site shows it as background.",
        "Quote the words that say so under `evidence`, or leave it as general knowledge.",
        "Claims without a passage",
    )
    UNUSED_ALIAS = (
        "unused-alias",
        "An alias stands in no article.",
        "Keep what readers may search for, and drop the rest.",
        "Names that no article uses",
    )


class Fault(Explained):
    """Why a file cannot be imported, or a site not be made: the codes of the messages of `import` and `init`."""

    UNREADABLE = (
        "unreadable-file",
        "The file is not there, is a folder, or may not be read.",
        "Name a file that may be.",
    )
    EMPTY = "empty-file", "The file is empty.", "Paste the article into it and save it."
    TOO_LARGE = (
        "too-large",
        "The file, or the article in it, is larger than any article.",
        "Save the article alone, without pictures, or split it.",
    )
    NOT_UTF_8 = "not-utf-8", "The file is not UTF-8 text.", "Save it as UTF-8."
    WRONG_FORMAT = (
        "wrong-format",
        "The file is of a kind that is not read: a PDF, a picture, an old Office file.",
        "Save it as .docx, or copy the text into a file that ends in .txt.",
    )
    DAMAGED = (
        "damaged-file",
        "The file is of a kind that is read, and is broken.",
        "Open and save it anew, or mend the place that the message names.",
    )
    NO_TEXT = (
        "no-text",
        "Nothing in the file is the text of an article.",
        "See that the text is in the file; `--keep` takes a line back that was dropped.",
    )
    EXISTS = (
        "article-exists",
        "An article of that name is there already.",
        "Give another name with `--slug`, or replace it with `--force`, which keeps the old one beside it.",
    )
    SAME_NAME = (
        "same-name",
        "Two of the files would become the same article.",
        "Import them one by one, and give one of them another name with `--slug`.",
    )
    IN_THE_WAY = (
        "file-in-the-way",
        "A new site would write over a file.",
        "Move the file away, or choose another folder.",
    )


class Reason(Explained):
    """Why `import` dropped a line: it stands in brackets after the line's number. `--keep` takes the line back."""

    HEAD = "by-line or date", "It names the authors or the date, which went into the front matter, and more."
    REPEATED_TITLE = "repeated title", "It is the title once more, before the text or after it."
    FURNITURE = "page furniture", "The page has it in a menu, a box or a footer."
    BEFORE_TITLE = "before the title", "It stands above the title and is no text."
    BESIDE_BYLINE = "beside the by-line", "It stands at the title or the authors: a label, an office, a number."
    AFTER_TEXT = "after the text", "It stands below the end of the text."
    CONTENTS = "table of contents", "It lists the headings of the text, which stand in it."
    PAGE_NUMBER = "page number", "It is the number of a printed page, or stands beside it on each."
    PICTURE_NAME = "name of a picture", "It is the name of a picture's file."
    TEASER = "teaser", "It is the headline of another article, under a label such as “Related”."
    IN_A_BOX = "in a box", "It is a short line, or a number, among lines that were dropped."
    PULL_QUOTE = "pull quote", "It repeats a sentence of the text."
    SITE_TALK = "the site's own words", "In it the site speaks of itself: its terms, its readers, its other pages."
    ORNAMENT = "ornament", "It holds no word: a row of stars or dashes."
    UPDATED = "updated", "It says when the page was last changed."
    ADVERTISEMENT = "advertisement", "It is a label of an advertisement."
    NAVIGATION = "navigation", "It leads to other pages of the site."
    SHARING = "sharing", "It is a button by which the page is shared, printed or saved."
    FIGURES = "figures", "It counts readers, shares, comments or minutes."
    NEWSLETTER = "newsletter", "It asks to subscribe or to follow."
    CONSENT = "consent", "It asks for consent, to cookies for one."
    PAYWALL = "paywall", "It asks to log in or to pay."
    CREDIT = "credit", "It says whose a picture is."
    CREDIT_AFTER_CAPTION = "credit after a caption", "It is the caption of a picture with whose it is."
    RELATED_LABEL = "related label", "It is a label that stands over other articles."
    RELATED = "related", "It leads to other articles on the matter."
    COMMENTS = "comments", "It belongs to the comments of readers."
    TOPICS = "topics", "It lists the page's topics."
    LEGAL = "legal", "It tells of rights: copyright, permissions, disclaimers."
    MANUSCRIPT = "manuscript", "It is a note for printers or editors: that more follows, that the text ends."
    DELETION = "tracked deletion", "A tracked change of a Word document deletes it."
    COMMENT = "comment", "It is a comment on a Word document."
