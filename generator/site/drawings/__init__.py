"""Drawings: the network, the neighbourhood of an entry and the timeline, made at build time as inline SVG."""
