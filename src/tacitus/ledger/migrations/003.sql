-- Schema 3: where a place or facility lies, as the JSON of `tacitus.model.where_json`; null for all else, and for entities
-- of older readings.

ALTER TABLE entity ADD COLUMN place TEXT;
