"""Every fault that the program tells: its stable code, and what it means."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Code(StrEnum):
    """A fault of the content. The value stands in brackets at the end of a message; `meaning` explains it."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        """Make a code that knows what it means; without a meaning, a code is looked up by its value."""
        code = str.__new__(cls, value)
        code._value_ = value
        code.meaning = meaning
        return code

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
    UNBALANCED_TAG = "unbalanced-tag", "A tag of HTML is closed and not opened, or opened and not closed."
    REORDERING = "reordering-character", "An invisible character would turn the order of the text that follows it."

    # Pages
    TEMPLATE = "template", "A page template cannot be rendered."
    HAND_WRITTEN_PAGE = "hand-written-page", "A page is to be generated where a person wrote or changed one."
    STALE_PAGE = "stale-page-changed-by-hand", "A page is no longer generated, and was changed by hand since it was."
    OUTDATED_PAGE = "outdated-page", "A page is not what the content gives: it was not generated since that changed."
    UNWRITABLE = (
        "unwritable",
        "The system does not let a page be written: the disk is full, or the folder is not yours.",
    )
    NO_FONT = "no-font", "The site lacks a font, and without it no images are drawn."


class Advice(StrEnum):
    """What an editor may tend next, in the order of its use: what may do harm, what readers miss, what tidies up."""

    GRAVE_CLAIM = "grave-claim"
    UNCATALOGUED = "uncatalogued"
    EVENT_WITHOUT_DATE = "event-without-date"
    STUB = "stub"
    CLAIM_WITHOUT_EVIDENCE = "claim-without-evidence"
    UNSUPPORTED_PARAGRAPH = "unsupported-paragraph"
    SHARED_NAME = "shared-name"
    NEAR_DUPLICATE = "near-duplicate"
    UNMENTIONED = "unmentioned"
    CLAIM_WITH_ONE_QUOTE = "claim-with-one-quote"
    UNUSED_ALIAS = "unused-alias"
