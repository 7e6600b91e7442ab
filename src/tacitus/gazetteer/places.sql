-- The index of a gazetteer. It can always be made again, so there are no migrations: another version is compiled anew.
CREATE TABLE source (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE, -- "geonames", or the name of the user's file
    prefix TEXT NOT NULL, -- what the ids of its places begin with: "geonames" for all files of GeoNames
    version TEXT NOT NULL,
    origin TEXT NOT NULL -- path of the user's file; "" for packages
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
    is_capital INTEGER NOT NULL, -- 1 for the seat of a country's government
    same_as INTEGER -- key of the place of an earlier source that it is: that one is shown, by the names of both
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
