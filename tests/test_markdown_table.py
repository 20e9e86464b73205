"""A Markdown table, as the references have it."""

from generator.markdown_table import markdown_table


def test_a_bar_in_a_cell_does_not_end_it() -> None:
    """Each row has as many cells as the head, whatever stands in them."""
    written = markdown_table(("key", "meaning"), [("`a`", "one | two"), ("`b`", "")])
    assert written == "| key | meaning |\n| --- | --- |\n| `a` | one \\| two |\n| `b` |  |\n"


def test_a_table_may_have_no_rows() -> None:
    """The head stands above its rule."""
    assert markdown_table(("key",), []) == "| key |\n| --- |\n"
