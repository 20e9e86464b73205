"""Suggestions: who and what the articles name and the catalogue lacks."""
