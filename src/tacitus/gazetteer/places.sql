-- The index of a gazetteer. It can always be made again, so there are no migrations: another version is compiled anew.
CREATE TABLE source (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE, -- "geonames", or the name of the user's file
    version TEXT NOT NULL
);

CREATE TABLE place (
    key INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (key),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT NOT NULL,
    region INTEGER, -- key of the place that is its region
    district INTEGER,
    latitude REAL NOT NULL,
    longitude REAL NOT NULL,
    radius INTEGER NOT NULL, -- metres
    population INTEGER NOT NULL,
    is_capital INTEGER NOT NULL -- 1 for the seat of a country's government
);

CREATE INDEX place_code ON place (code);

CREATE TABLE name (
    name TEXT NOT NULL, -- the key of tacitus.gazetteer.keys
    place INTEGER NOT NULL,
    PRIMARY KEY (name, place)
) WITHOUT ROWID;

CREATE TABLE border (
    country TEXT NOT NULL,
    neighbour TEXT NOT NULL,
    PRIMARY KEY (country, neighbour)
) WITHOUT ROWID;
