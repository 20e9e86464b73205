"""The audit: what an editor should tend next."""
