-- Schema 6: the log, from which everything else is worked out. Each entry carries the hash of the one before it; payloads
-- are sealed with keys that are kept elsewhere (docs/ledger.md). Common to SQLite and PostgreSQL.

CREATE TABLE log (
    seq INTEGER PRIMARY KEY,
    recorded TEXT NOT NULL,
    author TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL, -- id of the key
    payload BLOB NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);
