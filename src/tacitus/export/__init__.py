"""Claims in the formats of the field."""
