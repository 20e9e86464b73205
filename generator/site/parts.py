"""Lists that would make a page grow with the site go on over further pages, a bounded number of rows on each."""

from __future__ import annotations

from dataclasses import dataclass

from generator.site.links import relative


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a list: its path, its number from 1, how many there are, and from where to where its rows go."""

    path: str
    number: int
    of: int
    start: int
    stop: int
    whole: str  # the path of the first page

    @property
    def rows(self) -> slice:
        """Give the rows that stand on it."""
        return slice(self.start, self.stop)

    @property
    def is_first(self) -> bool:
        """Tell whether it is the first page, which stands for all of them."""
        return self.number == 1

    @property
    def is_last(self) -> bool:
        """Tell whether it is the last page."""
        return self.number == self.of


def parts(path: str, length: int, most: int) -> list[Part]:
    """Cut a list of a length into pages of at most so many rows; the first has the path given, though it be empty."""
    count = max(1, -(-length // most))
    return [
        Part(part_path(path, number), number, count, (number - 1) * most, number * most, path)
        for number in range(1, count + 1)
    ]


def part_path(path: str, number: int) -> str:
    """Give the path of a further page; those of an index have a folder, where no entry's page can stand."""
    if number == 1:
        return path
    stem = path.removesuffix(".md")
    return f"{stem}/{number}.md" if stem.endswith("/index") else f"{stem}-{number}.md"


def ways_on(part: Part) -> str:
    """Link the first page, the ones beside a page, and the last, in Markdown; "" where there is only one."""
    if part.of == 1:
        return ""
    ways = {"First": 1, "Before": part.number - 1, "Next": part.number + 1, "Last": part.of}
    linked = [
        f"[{words}]({relative(part.path, part_path(part.whole, number))})"
        for words, number in ways.items()
        if 1 <= number <= part.of and number != part.number
    ]
    return f'<p class="bg-letters" data-search-exclude markdown>Page {part.number} of {part.of}: {" ".join(linked)}</p>'
