"""Quotations: what an article quotes directly, and who said it."""
