CREATE TRIGGER log_no_update BEFORE UPDATE ON log BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;

CREATE TRIGGER log_no_delete BEFORE DELETE ON log BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;

CREATE TRIGGER log_in_order BEFORE INSERT ON log
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM log) BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: entries follow one another without gaps');
END;
