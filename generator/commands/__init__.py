"""The commands, a module for those that belong together; cli.py names them all."""
