"""Finding out: names in the articles, and how everything is tied."""
