"""Handing on: what the site knows, in the forms that other tools read.

Knowledge becomes one plain record (`record.py`, which the JSON Schema is made from; `compiling.py` fills it), cut
into a part for each entry and article (`parts.py`). Of each part a form makes its pieces, and of all pieces its file;
`formats.py` lists the forms, each of which has a module. ZIP files are stored, not compressed (`packing.py`): what a
compressor writes differs from one version to the next.
"""
