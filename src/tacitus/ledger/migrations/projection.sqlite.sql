-- Search over folded words (tacitus.ledger.search_words); rows are pieces by their keys. Without content of its own: the
-- words stand in the claims and in the log.

CREATE VIRTUAL TABLE piece_words USING fts5 (words, content = '', tokenize = "unicode61 remove_diacritics 0");
