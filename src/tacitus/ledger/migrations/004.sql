-- Schema 4: where the parts of each claim come from, as the JSON lists of `tacitus.model.trace`; claims of older readings
-- have no row.

CREATE TABLE trace (
    claim INTEGER PRIMARY KEY REFERENCES claim (key),
    origins TEXT NOT NULL
);

CREATE TRIGGER trace_no_update BEFORE UPDATE ON trace BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER trace_no_delete BEFORE DELETE ON trace BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
