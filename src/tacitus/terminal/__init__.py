"""What people see on a terminal: wording, tables, progress. No logic."""
