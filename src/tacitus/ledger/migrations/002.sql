-- Schema 2: what the time of a claim was reckoned from, as in `tacitus.model.claim.ANCHORS`. Claims of older readings,
-- for which nobody kept it, have the empty one.

ALTER TABLE claim ADD COLUMN anchor TEXT NOT NULL DEFAULT '';
