-- Search over folded words (tacitus.ledger.search_words); rows are pieces by their keys. The words come with their
-- places, made by tacitus.ledger.postgres_search: PostgreSQL's own parser would cut them otherwise.

CREATE TABLE piece_words (
    key BIGINT PRIMARY KEY,
    words tsvector NOT NULL
);
CREATE INDEX piece_words_words ON piece_words USING gin (words);
