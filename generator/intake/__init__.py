"""Taking in: articles as people have them, and new sites."""
