"""Tests in a browser, on the built site."""
