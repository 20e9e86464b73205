"""Single lines: what is residue and what only looks like it, by-lines, dates, names, slugs."""

import tomllib
from collections import Counter

import pytest
import yaml
from conftest import ROOT

from generator.codes import Reason
from generator.intake.dates import find_date, in_order, is_update_line, order_of_numbers, read_date_line
from generator.intake.importing import slug_of
from generator.intake.names import authors_of_page, read_byline, read_name_and_office, read_names
from generator.intake.residue import ends_sentence, reason_by_words
from generator.intake.vocabulary import label_patterns_of, patterns_of, phrases_of, reasons_by_words

VOCABULARY = ROOT / "generator/intake/vocabulary.toml"
ARTICLE = [
    "Subscribe to either method, one adviser joked, and the river still loses.",
    "“Sign up for our newsletter,” the screen said, and he did.",
    "We use cookies of oatmeal and raisins, the baker explained to the visitors.",
    "Share prices in London fell by two per cent on Tuesday.",
    "Comments by the minister were not welcome in the capital.",
    "Related parties had signed the contract a year before.",
    "Photographs of the dam were passed around the table.",
    "Video, she thought, would kill the radio.",
    "The cookies were gone by noon.",
    "Support for the government has fallen.",
    "Read more slowly, the poem makes sense.",
    "More in sorrow than in anger, he left the hall.",
    "Copyright law was not made for machines.",
    "He says:",
    "Not yet.",
    "(c) the third party pays",
    "By 1914 the canal carried twenty million tonnes.",
    "Advertisement was his trade, and he was good at it.",
    "Continue? He shook his head.",
    "→ north: tomatoes, tiles, letters",
    "The walls were bare. Photographs by the river were all that she kept.",
    "1",
    "The updated figures came on Monday, a week late.",
    "You have two days, the letter said.",
    "Follow the money, and it leads to the harbour.",
    "«Мы пришли за хлебом и остались», — сказала она.",
    "السوق مفتوح كل يوم",
    "Covid-19",
    "Elsewhere on the docket",
    "Poland | France | Spain",
    "File photos were all that the police had of him.",
    "Tin 28.93 +1.24%",
    "Salt, Mules, and Credit: Provisioning the Mines, 1650–1690",
]
RESIDUE = yaml.safe_load((ROOT / "tests/cases/residue.yml").read_text("utf-8"))


@pytest.mark.parametrize("text", ARTICLE)
def test_a_line_that_an_article_may_have_is_no_residue(text: str) -> None:
    """Words of the trade do not make residue of a sentence."""
    assert reason_by_words(text) is None


def test_every_phrase_is_known_in_its_own_spelling_and_stands_once() -> None:
    """Folding takes marks off its ends and writes some letters otherwise: `vergrößern`, `διαβάστε επίσης`."""
    for rule in tomllib.loads(VOCABULARY.read_text("utf-8"))["residue"].values():
        phrases = rule.get("phrases", [])
        assert [phrase for phrase, times in Counter(phrases).items() if times > 1] == []
        assert [phrase for phrase in phrases if reason_by_words(phrase) is None] == []


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in RESIDUE.items() for text in texts])
def test_residue_is_known_by_its_words(rule: str, text: str) -> None:
    """A line of residue is told by the rule that it belongs to."""
    assert reason_by_words(text) == rule


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Feb. 2, 2024", "2024-02-02"),
        ("2 February 2024", "2024-02-02"),
        ("2nd Feb 2024", "2024-02-02"),
        ("Tue 14 Nov 2023 10.05 GMT", "2023-11-14"),
        ("Published: October 23, 2024", "2024-10-23"),
        ("Published 18 June 2024, 09:15 GMT", "2024-06-18"),
        ("Posted on June 10, 2016", "2016-06-10"),
        ("2024-02-03T10:00:00Z", "2024-02-03"),
        ("3. August 2022, 5:30 Uhr", "2022-08-03"),
        ("Publié le 6 février 2020 à 05h30", "2020-02-06"),
        ("el 5 de mayo de 2021", "2021-05-05"),
        ("14.09.2022", "2022-09-14"),
        ("25/12/2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
        ("03/04/2024", "2024"),
        ("April 2018", "2018-04"),
        ("Spring 2011", "2011-21"),
        ("5 мая 2021 г.", "2021-05-05"),
        ("2021年5月3日", "2021-05-03"),
        ("٥ مايو ٢٠٢١", "2021-05-05"),
        ("Published 7 May 2022, 6:00 a.m. | Updated: 9 May 2022", "2022-05-07"),
        ("Updated 9 May 2022 | Published 7 May 2022", "2022-05-07"),
        ("Publié le 05 janvier 2023 à 05h45, modifié le 06 janvier 2023 à 09h12", "2023-01-05"),
        ("Published 3 May 2021 (updated 4 May 2021)", "2021-05-03"),
        ("Sep 12, 2023, 6:00 AM IDT", "2023-09-12"),
        ("Lindham - MAY 03, 2021 - 05:30 CET", "2021-05-03"),
        ("May 3, 2021 08:12 am IST - NEW LINDHAM", "2021-05-03"),
        ("۳ نوامبر ۲۰۲۱ - ۱۲ آبان ۱۴۰۰", "2021-11-03"),
        ("Issue 34 / March 2020", "2020-03"),
        ("Feb 13th 2023 | NAIVASHA", "2023-02-13"),
        ("Volume 68 Issue 11 November 2018", "2018-11"),
        ("15.07.2019 14:02 | Views: 3 218", "2019-07-15"),
        ("May 3, 20242:14 PM GMT+1Updated 6 hours ago", "2024-05-03"),
        ("09/10/2021, 10:00 (October 9, 2021)", "2021-10-09"),
        ("Source: The Journal of Lakes, Vol. 44, No. 2 (Summer, 2011), pp. 211-234", "2011-22"),
    ],
)
def test_a_date_of_publication_is_read_as_far_as_it_is_certain(text: str, edtf: str) -> None:
    """The usual forms give EDTF with the precision that is known; 03/04/2024 is two days at once."""
    line = read_date_line(text)
    assert line is not None
    assert line.edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "Grey - 3 May 2021 - Hall",
        "Updated - May 3, 2021 - LINDHAM",
        "In 2024 the canal closed",
        "31 February 2024",
        "Updated 5 March 2024",
        "2024 was dry",
    ],
)
def test_what_is_no_date_of_publication_is_left(text: str) -> None:
    """A sentence with a year, a day that is none and the date of a change are no dates of publication."""
    assert read_date_line(text) is None


def test_the_text_tells_which_number_is_the_day() -> None:
    """A text that writes the day first elsewhere has it first in figures too; one that writes both settles nothing."""
    assert order_of_numbers("It closed on 9 October 2021, and opened on 1 May 2022.") == "day"
    assert order_of_numbers("It closed on October 9, 2021.") == "month"
    assert order_of_numbers("It closed on October 9, 2021, and opened on 1 May 2022.") == ""
    assert in_order("3/4/2024", "day") == "2024-04-03"
    assert in_order("3/4/2024", "month") == "2024-03-04"
    assert in_order("3/4/2024", "") == ""


def test_a_date_is_found_with_its_place() -> None:
    """A date within a line is found with the place where it stands."""
    found = find_date("By Ann Lee on 3 May 2021")
    assert found is not None
    assert "By Ann Lee on 3 May 2021"[found.start : found.end] == "3 May 2021"
    assert is_update_line("Last updated 3 May 2021, 10:00")
    assert not is_update_line("The updated list came out on 3 May 2021 and was read by all.")


@pytest.mark.parametrize(
    ("text", "authors", "complete"),
    [
        ("By Ann Lee", ("Ann Lee",), True),
        ("By\u00a0 Ann Lee and Bela Novak".replace("\u00a0 ", " "), ("Ann Lee", "Bela Novak"), True),
        ("BY ANN LEE", ("ANN LEE",), True),
        ("BY ANN LEE AND BELA NOVAK", ("ANN LEE", "BELA NOVAK"), True),
        ("BY JOSÉ E NOVAK", ("JOSÉ E NOVAK",), True),
        ("by Ann Lee, Bela Novak, and Mei Sato", ("Ann Lee", "Bela Novak", "Mei Sato"), True),
        ("By: Dr. Ana Tupou & Lars Henriksen", ("Dr. Ana Tupou", "Lars Henriksen"), True),
        ("Words by Ann Lee", ("Ann Lee",), True),
        ("Von Katrin Vogel und Jens Brandt", ("Katrin Vogel", "Jens Brandt"), True),
        ("Par Mathilde Garnier et Paul Lenoir", ("Mathilde Garnier", "Paul Lenoir"), True),
        ("Автор: Лола Каримова", ("Лола Каримова",), True),
        ("By Ann Lee, Senior Correspondent", ("Ann Lee",), False),
        ("By Ann Lee in Lagos", ("Ann Lee",), False),
        ("By Ludwig van der Berg", ("Ludwig van der Berg",), True),
        ("By Akram al-Kaabi", ("Akram al-Kaabi",), True),
        ("Par Mathilde Garnier (Lorient, envoyée spéciale)", ("Mathilde Garnier",), False),
        ("Author(s): Ann Lee", ("Ann Lee",), True),
        ('By Ann "Little Reed" Lee', ('Ann "Little Reed" Lee',), True),
        ("by Ann Lee and ნინო ლომიძე", ("Ann Lee", "ნინო ლომიძე"), True),
    ],
)
def test_authors_are_read_from_a_byline(text: str, authors: tuple[str, ...], complete: bool) -> None:  # noqa: FBT001 - a column of the table
    """Names are parted, offices left out; where more was said than the names, the line is told."""
    byline = read_byline(text)
    assert byline is not None
    assert (byline.authors, byline.complete) == (authors, complete)


@pytest.mark.parametrize(
    "text",
    [
        "Published by: Society for Lakes",
        "By the river they sat down.",
        "By 1914 it was over",
        "Von Anfang an",
        "By and by",
        "Paris is large",
    ],
)
def test_what_begins_like_a_byline_and_is_none(text: str) -> None:
    """A sentence that begins with By names no author."""
    assert read_byline(text) is None


def test_a_name_with_a_place_or_an_office_names_an_author_beside_a_date() -> None:
    """`A B in Lagos` and `A B, Correspondent` give the name, and are told since more stands there."""
    two = read_name_and_office("Ann Lee in Lagos and Bela Novak")
    assert two is not None
    assert two.authors == ("Ann Lee", "Bela Novak")
    for text in ("Ann Lee in Lagos", "Ann Lee, Commodities Correspondent"):
        byline = read_name_and_office(text)
        assert byline is not None
        assert (byline.authors, byline.complete) == (("Ann Lee",), False)
    assert read_name_and_office("Rain in Lagos") is None
    assert read_name_and_office("Markets, and what moves them") is None


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Ann Lee; TNN; Updated: Oct 9; More Stories By Ann", ("Ann Lee",)),
        ("Reuters", ("Reuters",)),
        ("View all posts by Ann Lee", ("Ann Lee",)),
        ("ByAnn Lee; The Lake", ("Ann Lee",)),
        ("Artikel von Ann Lee", ("Ann Lee",)),
        ("Lake Verlag GmbH; Ann Lee", ("Ann Lee",)),
        ("Par Attac", ("Attac",)),
    ],
)
def test_what_sites_put_before_a_name_in_metadata_is_no_part_of_it(text: str, authors: tuple[str, ...]) -> None:
    """The authors of a page are names alone, and neither the site nor its company is one."""
    assert authors_of_page(text, "The Lake") == authors


def test_names_alone() -> None:
    """A line is one of names only where every part is one."""
    assert read_names("Ann Lee, Bela Novak") is not None
    assert read_names("Ann Lee, the reporter") is None
    assert read_names("Markets") is None


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Is Iran Losing its Control Over Shi’ite Militias?", "is-iran-losing-its-control-over-shiite-militias"),
        ("Über Ångström & Co.", "uber-angstrom-co"),
        ("Чай", "chay"),
        ("index", "index-article"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word-word-word"),
        ("???", ""),
    ],
)
def test_a_slug_is_an_id(text: str, slug: str) -> None:
    """Any title becomes lower-case ASCII with single hyphens, cut at a word."""
    assert slug_of(text) == slug


@pytest.mark.parametrize(
    "sentence",
    [
        "Submitted to the council in March, the plan failed within a week.",
        "Submitted by two farmers, the claim was thrown out.",
        "Downloaded by two million people, the app has made its maker rich.",
        "The council does not take any position on the strike.",
        "The views presented at the hearing were those of the farmers.",
        "The opinions stated in the letter do not surprise the town.",
        "It was the most popular game.",
        "Working title was all they had.",
        "Join our group of walkers, it read.",
        "Jump to the start of the road.",
    ],
)
def test_a_sentence_is_no_label(sentence: str) -> None:
    """What ends as a sentence does is no label, though it begins as one."""
    assert reason_by_words(sentence) is None


def test_no_phrase_says_what_a_pattern_of_its_own_reason_says() -> None:
    """Short ones are parts of rows, as those of menus, sharing and comments are; labels announce what is related."""
    rows = {Reason.NAVIGATION, Reason.SHARING, Reason.COMMENTS, Reason.RELATED}
    for reason in set(reasons_by_words()) - rows:
        for phrase in (one for one in phrases_of(reason) if one.count(" ") > 1):
            labels = () if ends_sentence(phrase) else reasons_by_words()
            first = (
                one
                for one in reasons_by_words()
                for pattern in (*patterns_of(one), *(label_patterns_of(one) if one in labels else ()))
                if pattern.search(phrase)
            )
            assert next(first, None) is not reason, phrase
