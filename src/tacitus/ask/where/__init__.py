"""Conditions on claims: an expression that people write, the same as values, and the claims that satisfy it."""
