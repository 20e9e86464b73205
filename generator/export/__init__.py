"""Handing on: what the site knows, in the forms that other tools read. Each module turns a Record into one form."""
