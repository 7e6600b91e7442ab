"""The append-only record of readings, claims and problems."""
