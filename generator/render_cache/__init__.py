"""What was rendered before and need not be rendered again: pages as MkDocs makes them, kept between builds.

MkDocs renders every page at every build. Here the HTML of a page is kept under a key of all that it depends on, and a
page whose key is known is taken from there: the bytes of the site stay the same, and most of the time is saved.
Nothing rests on it: where the store cannot be read, or a plugin takes part in the making of pages that is not known
here, MkDocs renders as it always does.
"""
