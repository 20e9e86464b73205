"""Backgrounder: turn an article into a cross-linked backgrounder."""

__version__ = "0.1.0"
