"""Names: who and what an article names, and whom each name means."""
