"""Drawings: the network, the neighbourhood of an entry and the timeline, made at build time as inline SVG.

Words are measured with the advance widths of the very font that is shown (`metrics.py`), and links are written in
Markdown, so that each builder turns them into its own addresses and checks them.

A drawing has the same bytes everywhere. So the layout of the network is our own and not that of networkx, which rests
on scipy, whose last digits depend on the processor: `stress.py` finds where the nodes lie, and `climb.py` moves nodes
and names while that costs less (`costs.py` says what a `plan.py` costs), both called by `arrangement.py`. It takes
about a second for the three widths, of which two are found by another process meanwhile (`beside.py`); the page keeps
them under a digest of all that they depend on, so that they are found anew only when ties change (`memory.py`).
"""
