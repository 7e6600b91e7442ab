"""From sentences to claims: names, dates, counts, events, relations, speakers, certainty.

Pure: no files, no network.
"""
