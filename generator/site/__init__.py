"""Showing: from knowledge to Markdown pages, and onto the disk."""
