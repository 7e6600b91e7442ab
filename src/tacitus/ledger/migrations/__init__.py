"""Numbered SQL files that make or bring up to date the schema of an SQLite ledger."""
