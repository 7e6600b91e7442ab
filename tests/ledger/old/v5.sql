PRAGMA application_id = 1413563220;
PRAGMA user_version = 5;
BEGIN TRANSACTION;
CREATE TABLE alias_entry (
    list INTEGER NOT NULL REFERENCES alias_list (key),
    seq INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (list, seq)
) WITHOUT ROWID;
INSERT INTO "alias_entry" VALUES(1,0,'{"names":["TF","Tide Front"]}');
INSERT INTO "alias_entry" VALUES(1,1,'{"names":["NG"]}');
CREATE TABLE alias_list (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    origin TEXT NOT NULL, -- the file
    author TEXT NOT NULL,
    recorded TEXT NOT NULL
);
INSERT INTO "alias_list" VALUES(1,'l60a1b7662ace429f','mine','mine.csv','A. Reader','2026-03-01T12:10:00.000000Z');
CREATE TABLE arg (
    claim INTEGER NOT NULL REFERENCES claim (key),
    seq INTEGER NOT NULL,
    role TEXT NOT NULL,
    entity INTEGER REFERENCES entity (key), -- the value, or those whom a count counts
    words TEXT, -- the value of a text role, or the words of a count
    least, -- of a count; no type, so that numbers past 64 bits stay exact as text
    most,
    PRIMARY KEY (claim, seq)
) WITHOUT ROWID;
INSERT INTO "arg" VALUES(1,0,'actor',1,NULL,NULL,NULL);
INSERT INTO "arg" VALUES(1,1,'target',2,NULL,NULL,NULL);
INSERT INTO "arg" VALUES(1,2,'killed',2,'3 dead',3,NULL);
INSERT INTO "arg" VALUES(2,0,'actor',3,NULL,NULL,NULL);
INSERT INTO "arg" VALUES(2,1,'target',4,NULL,NULL,NULL);
INSERT INTO "arg" VALUES(3,0,'subject',7,NULL,NULL,NULL);
INSERT INTO "arg" VALUES(3,1,'object',8,NULL,NULL,NULL);
INSERT INTO "arg" VALUES(3,2,'role',NULL,'field commander',NULL,NULL);
INSERT INTO "arg" VALUES(3,3,'ended',NULL,NULL,1,NULL);
INSERT INTO "arg" VALUES(4,0,'killed',9,'up to 10^30',NULL,'1000000000000000000000000000000');
INSERT INTO "arg" VALUES(4,1,'injured',NULL,'',3,3);
INSERT INTO "arg" VALUES(5,0,'actor',12,NULL,NULL,NULL);
INSERT INTO "arg" VALUES(5,1,'target',13,NULL,NULL,NULL);
INSERT INTO "arg" VALUES(6,0,'actor',14,NULL,NULL,NULL);
INSERT INTO "arg" VALUES(6,1,'target',15,NULL,NULL,NULL);
INSERT INTO "arg" VALUES(6,2,'killed',15,'3 dead',3,NULL);
INSERT INTO "arg" VALUES(7,0,'actor',16,NULL,NULL,NULL);
INSERT INTO "arg" VALUES(7,1,'target',17,NULL,NULL,NULL);
INSERT INTO "arg" VALUES(8,0,'actor',20,NULL,NULL,NULL);
INSERT INTO "arg" VALUES(8,1,'target',21,NULL,NULL,NULL);
INSERT INTO "arg" VALUES(9,0,'actor',22,NULL,NULL,NULL);
INSERT INTO "arg" VALUES(9,1,'target',23,NULL,NULL,NULL);
CREATE TABLE block (
    reading INTEGER NOT NULL REFERENCES reading (key),
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (reading, seq)
) WITHOUT ROWID;
INSERT INTO "block" VALUES(2,0,'title',0,11);
INSERT INTO "block" VALUES(2,1,'paragraph',13,94);
CREATE TABLE claim (
    key INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES reading (key),
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    time TEXT, -- EDTF
    first_day TEXT, -- of the time; null when open or unknown
    last_day TEXT,
    low TEXT, -- first day that it may touch: of its time (open: 0001-01-01), else the day of publication, else null
    high TEXT, -- last day likewise (open: 9999-12-31)
    place INTEGER NOT NULL, -- where its first evidence starts
    certainty TEXT NOT NULL,
    status TEXT NOT NULL,
    confidence REAL,
    made_by TEXT NOT NULL, anchor TEXT NOT NULL DEFAULT '',
    UNIQUE (reading, seq)
);
INSERT INTO "claim" VALUES(1,1,0,'cbff11ec4e4127a75','attack','2020-01-02','2020-01-02','2020-01-02','2020-01-02','2020-01-02',0,'stated','actual',0.5,'hand@1','');
INSERT INTO "claim" VALUES(2,1,1,'ce0a5f58b96d67f48','attack','../2020-01-03',NULL,'2020-01-03','0001-01-01','2020-01-03',75,'stated','actual',0.5,'hand@1','');
INSERT INTO "claim" VALUES(3,2,0,'c00000000000000a1','leads','../2019',NULL,'2019-12-31','0001-01-01','2019-12-31',13,'stated','actual',NULL,'','story');
INSERT INTO "claim" VALUES(4,2,1,'c00000000000000a2','attack',NULL,NULL,NULL,'2020-05-06','2020-05-06',13,'unknown','actual',1.0,'','');
INSERT INTO "claim" VALUES(5,3,0,'c6577c6b3ab03a660','attack',NULL,NULL,NULL,'2020-01-04','2020-01-04',0,'stated','actual',0.5,'hand@1','');
INSERT INTO "claim" VALUES(6,4,0,'cbff11ec4e4127a75','attack','2020-01-02','2020-01-02','2020-01-02','2020-01-02','2020-01-02',0,'stated','actual',0.5,'hand@1','');
INSERT INTO "claim" VALUES(7,4,1,'ce0a5f58b96d67f48','attack','../2020-01-03',NULL,'2020-01-03','0001-01-01','2020-01-03',75,'stated','actual',0.5,'hand@1','');
INSERT INTO "claim" VALUES(8,5,0,'c2d74ca8045a4f5c6','capture',NULL,NULL,NULL,NULL,NULL,0,'stated','actual',0.5,'hand@1','');
INSERT INTO "claim" VALUES(9,7,0,'cd4b413a0cdcb9ead','attack',NULL,NULL,NULL,'2020-01-04','2020-01-04',0,'stated','actual',0.5,'hand@1','');
CREATE TABLE content (
    key INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE, -- SHA-256 of the text in UTF-8
    text TEXT NOT NULL
);
INSERT INTO "content" VALUES(1,'cc9eed209f7be9044a6d420eadcae3e132c3ad3dec92cd6d20b2374e32003040','TF = Tide Front attack Dura (2020-01-02, 3 dead), stated, says the writer.
North Guard attack fishermen (../2020-01-03), stated, says Mira Rask via coast guard.');
INSERT INTO "content" VALUES(2,'b27fe5ffb7814d38611a044f7776982f855dd6ab8b01956485ef3b57291d1363','Harbour row

Colonel Adan Rask quit the Tide Front in 2019, a port clerk said. See the notice.');
INSERT INTO "content" VALUES(3,'7c1e506a2be885db70139f6bb753911d194612ab65559e7ff471a4c9021d3498','North Guard attack Tide Front (None), stated, says the writer.');
INSERT INTO "content" VALUES(4,'dbb4e566597850f12a89d8bf22619e6cda036c3d8afc39a437696094eadf2eda','Tide Front capture Port Salem (None), stated, says the writer.');
INSERT INTO "content" VALUES(5,'12d359c2c0f9b59f7b526fedb858e23dadf1dd120fdee2454eca6d9c1f8bb51f','Nothing happened.');
INSERT INTO "content" VALUES(6,'f42aeb63452e40903f080eb5f8e563443d6255728bf190cbe36680d379250e5d','North Guard attack Dura (None), stated, says the writer.');
CREATE TABLE document (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
);
INSERT INTO "document" VALUES(1,'raid');
INSERT INTO "document" VALUES(2,'harbour/row 1');
INSERT INTO "document" VALUES(3,'truce');
INSERT INTO "document" VALUES(4,'news ü');
INSERT INTO "document" VALUES(5,'silent');
CREATE TABLE entity (
    key INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES reading (key),
    seq INTEGER NOT NULL,
    id TEXT NOT NULL, -- local to the reading
    type TEXT NOT NULL, place TEXT,
    UNIQUE (reading, id)
);
INSERT INTO "entity" VALUES(1,1,0,'e1','group',NULL);
INSERT INTO "entity" VALUES(2,1,1,'e2','place',NULL);
INSERT INTO "entity" VALUES(3,1,2,'e3','group',NULL);
INSERT INTO "entity" VALUES(4,1,3,'e4','people',NULL);
INSERT INTO "entity" VALUES(5,1,4,'e5','person',NULL);
INSERT INTO "entity" VALUES(6,1,5,'e6','force',NULL);
INSERT INTO "entity" VALUES(7,2,0,'e1','person',NULL);
INSERT INTO "entity" VALUES(8,2,1,'e2','group',NULL);
INSERT INTO "entity" VALUES(9,2,2,'e3','people',NULL);
INSERT INTO "entity" VALUES(10,2,3,'e4','thing',NULL);
INSERT INTO "entity" VALUES(11,2,4,'e5','facility','{"name":"Harbour","relation":"near","within":["Tide Island"],"candidates":[{"id":"own:12","name":"Harbour","kind":"town","country":"XX","share":0.75,"lat":-12.25,"lon":179.5,"radius_m":2000},{"id":"own:13","name":"Harbour","kind":"town","country":"","share":0.125,"lat":0,"lon":0,"radius_m":0}],"inside":{"id":"own:1","name":"Tide Island","kind":"region","country":"XX","share":1.0,"lat":-12,"lon":179,"radius_m":30000}}');
INSERT INTO "entity" VALUES(12,3,0,'e1','group',NULL);
INSERT INTO "entity" VALUES(13,3,1,'e2','group',NULL);
INSERT INTO "entity" VALUES(14,4,0,'e1','group',NULL);
INSERT INTO "entity" VALUES(15,4,1,'e2','place',NULL);
INSERT INTO "entity" VALUES(16,4,2,'e3','group',NULL);
INSERT INTO "entity" VALUES(17,4,3,'e4','people',NULL);
INSERT INTO "entity" VALUES(18,4,4,'e5','person',NULL);
INSERT INTO "entity" VALUES(19,4,5,'e6','force',NULL);
INSERT INTO "entity" VALUES(20,5,0,'e1','group',NULL);
INSERT INTO "entity" VALUES(21,5,1,'e2','place',NULL);
INSERT INTO "entity" VALUES(22,7,0,'e1','group',NULL);
INSERT INTO "entity" VALUES(23,7,1,'e2','place',NULL);
CREATE TABLE evidence (
    claim INTEGER NOT NULL REFERENCES claim (key),
    seq INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    quote TEXT NOT NULL, -- verbatim
    PRIMARY KEY (claim, seq)
) WITHOUT ROWID;
INSERT INTO "evidence" VALUES(1,0,0,74,'TF = Tide Front attack Dura (2020-01-02, 3 dead), stated, says the writer.');
INSERT INTO "evidence" VALUES(2,0,75,160,'North Guard attack fishermen (../2020-01-03), stated, says Mira Rask via coast guard.');
INSERT INTO "evidence" VALUES(3,0,13,50,'Colonel Adan Rask quit the Tide Front');
INSERT INTO "evidence" VALUES(3,1,51,58,'in 2019');
INSERT INTO "evidence" VALUES(4,0,13,58,'Colonel Adan Rask quit the Tide Front in 2019');
INSERT INTO "evidence" VALUES(5,0,0,62,'North Guard attack Tide Front (None), stated, says the writer.');
INSERT INTO "evidence" VALUES(6,0,0,74,'TF = Tide Front attack Dura (2020-01-02, 3 dead), stated, says the writer.');
INSERT INTO "evidence" VALUES(7,0,75,160,'North Guard attack fishermen (../2020-01-03), stated, says Mira Rask via coast guard.');
INSERT INTO "evidence" VALUES(8,0,0,62,'Tide Front capture Port Salem (None), stated, says the writer.');
INSERT INTO "evidence" VALUES(9,0,0,56,'North Guard attack Dura (None), stated, says the writer.');
CREATE TABLE happening (
    resolved INTEGER NOT NULL REFERENCES resolved (key),
    seq INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (resolved, seq)
) WITHOUT ROWID;
INSERT INTO "happening" VALUES(1,0,'{"id":"of raid","low":null,"share":0.1}');
INSERT INTO "happening" VALUES(2,0,'{"id":"of raid","low":null,"share":0.1}');
INSERT INTO "happening" VALUES(3,0,'{"id":"of news \u00fc","low":null,"share":0.1}');
INSERT INTO "happening" VALUES(4,0,'{"id":"of truce","low":null,"share":0.1}');
CREATE TABLE judged (
    judgement INTEGER NOT NULL REFERENCES judgement (key),
    seq INTEGER NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (judgement, seq)
) WITHOUT ROWID;
INSERT INTO "judged" VALUES(3,0,'j2146dfd6242a2a80');
INSERT INTO "judged" VALUES(1,0,'n747a6aa51333270a');
INSERT INTO "judged" VALUES(2,0,'n747a6aa51333270a');
INSERT INTO "judged" VALUES(1,1,'na0a9799210e1fca1');
INSERT INTO "judged" VALUES(2,1,'na0a9799210e1fca1');
CREATE TABLE judgement (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    verdict TEXT NOT NULL,
    because TEXT NOT NULL,
    author TEXT NOT NULL, -- a person, or rule@version
    recorded TEXT NOT NULL,
    score REAL
);
INSERT INTO "judgement" VALUES(1,'j2146dfd6242a2a80','same','Same name.','names@1','2026-03-01T12:08:00.000000Z',0.875);
INSERT INTO "judgement" VALUES(2,'j0b276812873b418e','different','They are two.','A. Reader','2026-03-01T12:09:00.000000Z',NULL);
INSERT INTO "judgement" VALUES(3,'j3c5edfc89cfd21e3','undo','Not so sure.','A. Reader','2026-03-01T12:09:00.000000Z',NULL);
CREATE TABLE link (
    reading INTEGER NOT NULL REFERENCES reading (key),
    seq INTEGER NOT NULL,
    url TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (reading, seq)
) WITHOUT ROWID;
INSERT INTO "link" VALUES(2,0,'https://wire.example/notice',82,88);
CREATE TABLE mention (
    entity INTEGER NOT NULL REFERENCES entity (key),
    seq INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (entity, seq)
) WITHOUT ROWID;
INSERT INTO "mention" VALUES(1,0,0,15);
INSERT INTO "mention" VALUES(2,0,23,27);
INSERT INTO "mention" VALUES(3,0,75,86);
INSERT INTO "mention" VALUES(4,0,94,103);
INSERT INTO "mention" VALUES(5,0,134,143);
INSERT INTO "mention" VALUES(6,0,148,159);
INSERT INTO "mention" VALUES(7,0,13,30);
INSERT INTO "mention" VALUES(8,0,40,50);
INSERT INTO "mention" VALUES(9,0,60,72);
INSERT INTO "mention" VALUES(11,0,0,11);
INSERT INTO "mention" VALUES(12,0,0,11);
INSERT INTO "mention" VALUES(13,0,19,29);
INSERT INTO "mention" VALUES(14,0,0,15);
INSERT INTO "mention" VALUES(15,0,23,27);
INSERT INTO "mention" VALUES(16,0,75,86);
INSERT INTO "mention" VALUES(17,0,94,103);
INSERT INTO "mention" VALUES(18,0,134,143);
INSERT INTO "mention" VALUES(19,0,148,159);
INSERT INTO "mention" VALUES(20,0,0,10);
INSERT INTO "mention" VALUES(21,0,19,29);
INSERT INTO "mention" VALUES(22,0,0,11);
INSERT INTO "mention" VALUES(23,0,19,23);
CREATE TABLE name (
    entity INTEGER NOT NULL REFERENCES entity (key),
    seq INTEGER NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL, -- folded
    PRIMARY KEY (entity, seq)
) WITHOUT ROWID;
INSERT INTO "name" VALUES(1,0,'TF','tf');
INSERT INTO "name" VALUES(1,1,'Tide Front','tide front');
INSERT INTO "name" VALUES(2,0,'Dura','dura');
INSERT INTO "name" VALUES(3,0,'North Guard','north guard');
INSERT INTO "name" VALUES(4,0,'fishermen','fishermen');
INSERT INTO "name" VALUES(5,0,'Mira Rask','mira rask');
INSERT INTO "name" VALUES(6,0,'coast guard','coast guard');
INSERT INTO "name" VALUES(7,0,'Colonel Adan Rask','colonel adan rask');
INSERT INTO "name" VALUES(7,1,'Rask','rask');
INSERT INTO "name" VALUES(8,0,'Tide Front','tide front');
INSERT INTO "name" VALUES(9,0,'a port clerk','a port clerk');
INSERT INTO "name" VALUES(10,0,'notice','notice');
INSERT INTO "name" VALUES(11,0,'Harbour row','harbour row');
INSERT INTO "name" VALUES(12,0,'North Guard','north guard');
INSERT INTO "name" VALUES(13,0,'Tide Front','tide front');
INSERT INTO "name" VALUES(14,0,'TF','tf');
INSERT INTO "name" VALUES(14,1,'Tide Front','tide front');
INSERT INTO "name" VALUES(15,0,'Dura','dura');
INSERT INTO "name" VALUES(16,0,'North Guard','north guard');
INSERT INTO "name" VALUES(17,0,'fishermen','fishermen');
INSERT INTO "name" VALUES(18,0,'Mira Rask','mira rask');
INSERT INTO "name" VALUES(19,0,'coast guard','coast guard');
INSERT INTO "name" VALUES(20,0,'Tide Front','tide front');
INSERT INTO "name" VALUES(21,0,'Port Salem','port salem');
INSERT INTO "name" VALUES(22,0,'North Guard','north guard');
INSERT INTO "name" VALUES(23,0,'Dura','dura');
CREATE TABLE problem (
    key INTEGER PRIMARY KEY,
    run INTEGER REFERENCES run (key),
    reading TEXT REFERENCES reading (id), -- null when nothing could be read
    seq INTEGER NOT NULL,
    recorded TEXT NOT NULL,
    place TEXT NOT NULL,
    step TEXT NOT NULL,
    message TEXT NOT NULL,
    advice TEXT NOT NULL
);
INSERT INTO "problem" VALUES(1,NULL,NULL,0,'2026-03-01T12:00:00.000000Z','before.txt','read','It is empty.','Give a file with words.');
INSERT INTO "problem" VALUES(2,1,'r8a0e8fc56f43cc33',0,'2026-03-01T12:02:00.000000Z','harbour/row 1','claims','A table was skipped.','Read it by eye.');
INSERT INTO "problem" VALUES(3,1,NULL,0,'2026-03-01T12:03:00.000000Z','bad.bin','read','The file is no text.','Give a text file.');
CREATE TABLE reading (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES document (id),
    content INTEGER NOT NULL REFERENCES content (key),
    sha256 TEXT NOT NULL, -- of the raw bytes
    title TEXT,
    published TEXT,
    published_at TEXT,
    author TEXT,
    outlet TEXT,
    outlet_key TEXT, -- folded (tacitus.ledger.fold)
    url TEXT,
    language TEXT,
    media_type TEXT NOT NULL,
    reader TEXT NOT NULL
);
INSERT INTO "reading" VALUES(1,'rb36f893b7a2f2987','raid',1,'cc9eed209f7be9044a6d420eadcae3e132c3ad3dec92cd6d20b2374e32003040',NULL,'2020-01-04',NULL,NULL,'Harbour Wire','harbour wire',NULL,NULL,'text/plain','r@1');
INSERT INTO "reading" VALUES(2,'r8a0e8fc56f43cc33','harbour/row 1',2,'b27fe5ffb7814d38611a044f7776982f855dd6ab8b01956485ef3b57291d1363','Harbour row','2020-05-06','2020-05-06T07:08:09+02:00','N. Oake','Harbour Wire','harbour wire','https://wire.example/row','en','text/html','sentences@1 claims@2');
INSERT INTO "reading" VALUES(3,'r41368e4310566dcf','truce',3,'7c1e506a2be885db70139f6bb753911d194612ab65559e7ff471a4c9021d3498',NULL,'2020-01-04',NULL,NULL,'Tide Front','tide front',NULL,NULL,'text/plain','r@1');
INSERT INTO "reading" VALUES(4,'r48806ac313334efd','raid',1,'cc9eed209f7be9044a6d420eadcae3e132c3ad3dec92cd6d20b2374e32003040',NULL,'2020-01-05',NULL,NULL,'Harbour Wire','harbour wire',NULL,NULL,'text/plain','r@1');
INSERT INTO "reading" VALUES(5,'r584366e616a3fc89','news ü',4,'dbb4e566597850f12a89d8bf22619e6cda036c3d8afc39a437696094eadf2eda',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'text/plain','r@1');
INSERT INTO "reading" VALUES(6,'rd575b0e888dd40c0','silent',5,'12d359c2c0f9b59f7b526fedb858e23dadf1dd120fdee2454eca6d9c1f8bb51f',NULL,'2020-01-04',NULL,NULL,NULL,NULL,NULL,NULL,'text/plain','r@2');
INSERT INTO "reading" VALUES(7,'r8033fdbcba0d07b3','truce',6,'f42aeb63452e40903f080eb5f8e563443d6255728bf190cbe36680d379250e5d',NULL,'2020-01-04',NULL,NULL,NULL,NULL,NULL,NULL,'text/plain','r@1');
CREATE TABLE record (
    resolved INTEGER NOT NULL REFERENCES resolved (key),
    seq INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (resolved, seq)
) WITHOUT ROWID;
INSERT INTO "record" VALUES(1,0,'{"document":"raid","entity":"e1","type":"group","names":["TF","Tide Front"],"published":"2020-01-04","ties":[["attack","actor",["dura"]]],"company":["dura"]}');
INSERT INTO "record" VALUES(1,1,'{"document":"raid","entity":"e2","type":"place","names":["Dura"],"published":"2020-01-04","ties":[["attack","target",["tf","tide front"]]],"company":["tf"]}');
INSERT INTO "record" VALUES(1,2,'{"document":"raid","entity":"e3","type":"group","names":["North Guard"],"published":"2020-01-04"}');
INSERT INTO "record" VALUES(1,3,'{"document":"raid","entity":"e5","type":"person","names":["Mira Rask"],"published":"2020-01-04"}');
INSERT INTO "record" VALUES(2,0,'{"document":"raid","entity":"e1","type":"group","names":["TF","Tide Front"],"published":"2020-01-04","ties":[["attack","actor",["dura"]]],"company":["dura"]}');
INSERT INTO "record" VALUES(2,1,'{"document":"raid","entity":"e2","type":"place","names":["Dura"],"published":"2020-01-04","ties":[["attack","target",["tf","tide front"]]],"company":["tf"]}');
INSERT INTO "record" VALUES(2,2,'{"document":"raid","entity":"e3","type":"group","names":["North Guard"],"published":"2020-01-04"}');
INSERT INTO "record" VALUES(2,3,'{"document":"raid","entity":"e5","type":"person","names":["Mira Rask"],"published":"2020-01-04"}');
INSERT INTO "record" VALUES(3,0,'{"document":"news \u00fc","entity":"e1","type":"group","names":["Tide Front"],"ties":[["capture","actor",["port salem"]]],"company":["port salem"]}');
INSERT INTO "record" VALUES(3,1,'{"document":"news \u00fc","entity":"e2","type":"place","names":["Port Salem"],"ties":[["capture","target",["tide front"]]],"company":["tide front"]}');
INSERT INTO "record" VALUES(4,0,'{"document":"truce","entity":"e1","type":"group","names":["North Guard"],"published":"2020-01-04","ties":[["attack","actor",["tide front"]]],"company":["tide front"]}');
INSERT INTO "record" VALUES(4,1,'{"document":"truce","entity":"e2","type":"group","names":["Tide Front"],"published":"2020-01-04","ties":[["attack","target",["north guard"]]],"company":["north guard"]}');
CREATE TABLE record_key (
    key TEXT NOT NULL,
    resolved INTEGER NOT NULL REFERENCES resolved (key),
    seq INTEGER NOT NULL,
    PRIMARY KEY (key, resolved, seq)
) WITHOUT ROWID;
INSERT INTO "record_key" VALUES('n0e735d940d8abba2',4,0);
INSERT INTO "record_key" VALUES('n3bb21c232a936542',1,1);
INSERT INTO "record_key" VALUES('n3bb21c232a936542',2,1);
INSERT INTO "record_key" VALUES('n46c72d850c8f7e09',1,3);
INSERT INTO "record_key" VALUES('n46c72d850c8f7e09',2,3);
INSERT INTO "record_key" VALUES('n63d05fcce5f43603',1,2);
INSERT INTO "record_key" VALUES('n63d05fcce5f43603',2,2);
INSERT INTO "record_key" VALUES('n6ab1051c1192b7c8',4,1);
INSERT INTO "record_key" VALUES('n6bb4688feabd96ae',3,1);
INSERT INTO "record_key" VALUES('n747a6aa51333270a',3,0);
INSERT INTO "record_key" VALUES('n7852985935420e1a',1,0);
INSERT INTO "record_key" VALUES('n7852985935420e1a',2,0);
INSERT INTO "record_key" VALUES('na0a9799210e1fca1',1,0);
INSERT INTO "record_key" VALUES('na0a9799210e1fca1',2,0);
CREATE TABLE recording (
    key INTEGER PRIMARY KEY,
    reading TEXT NOT NULL REFERENCES reading (id),
    document TEXT NOT NULL REFERENCES document (id),
    recorded TEXT NOT NULL,
    run INTEGER REFERENCES run (key),
    UNIQUE (reading, recorded)
);
INSERT INTO "recording" VALUES(1,'rb36f893b7a2f2987','raid','2026-03-01T12:02:00.000000Z',1);
INSERT INTO "recording" VALUES(2,'r8a0e8fc56f43cc33','harbour/row 1','2026-03-01T12:02:00.000000Z',1);
INSERT INTO "recording" VALUES(3,'r41368e4310566dcf','truce','2026-03-01T12:07:00.000000Z',1);
INSERT INTO "recording" VALUES(4,'r48806ac313334efd','raid','2026-03-01T12:05:00.000000Z',2);
INSERT INTO "recording" VALUES(5,'r584366e616a3fc89','news ü','2026-03-01T12:05:00.000000Z',2);
INSERT INTO "recording" VALUES(6,'rd575b0e888dd40c0','silent','2026-03-01T12:06:00.000000Z',2);
INSERT INTO "recording" VALUES(7,'rb36f893b7a2f2987','raid','2026-03-01T12:07:00.000000Z',2);
INSERT INTO "recording" VALUES(8,'r8033fdbcba0d07b3','truce','2026-03-01T12:03:00.000000Z',2);
CREATE TABLE resolved (
    key INTEGER PRIMARY KEY,
    reading TEXT NOT NULL REFERENCES reading (id),
    version TEXT NOT NULL, -- names and versions of the steps
    recorded TEXT NOT NULL,
    UNIQUE (reading, version)
);
INSERT INTO "resolved" VALUES(1,'rb36f893b7a2f2987','v@1','2026-03-01T12:08:00.000000Z');
INSERT INTO "resolved" VALUES(2,'rb36f893b7a2f2987','v@2','2026-03-01T12:09:00.000000Z');
INSERT INTO "resolved" VALUES(3,'r584366e616a3fc89','v@1','2026-03-01T12:08:00.000000Z');
INSERT INTO "resolved" VALUES(4,'r41368e4310566dcf','v@1','2026-03-01T12:02:00.000000Z');
CREATE TABLE run (
    key INTEGER PRIMARY KEY,
    reader TEXT NOT NULL,
    inputs TEXT NOT NULL, -- a JSON list
    started TEXT NOT NULL
);
INSERT INTO "run" VALUES(1,'r@1','["raid.txt", "b\udcffd.bin"]','2026-03-01T12:01:00.000000Z');
INSERT INTO "run" VALUES(2,'r@1 r@2','[]','2026-03-01T12:05:00.000000Z');
CREATE TABLE run_end (
    run INTEGER PRIMARY KEY REFERENCES run (key),
    ended TEXT NOT NULL
);
INSERT INTO "run_end" VALUES(1,'2026-03-01T12:04:00.000000Z');
CREATE TABLE speaker (
    claim INTEGER NOT NULL REFERENCES claim (key),
    seq INTEGER NOT NULL, -- 0 is the innermost
    entity INTEGER NOT NULL REFERENCES entity (key),
    PRIMARY KEY (claim, seq)
) WITHOUT ROWID;
INSERT INTO "speaker" VALUES(2,0,5);
INSERT INTO "speaker" VALUES(2,1,6);
INSERT INTO "speaker" VALUES(3,1,8);
INSERT INTO "speaker" VALUES(3,0,9);
INSERT INTO "speaker" VALUES(7,0,18);
INSERT INTO "speaker" VALUES(7,1,19);
CREATE TABLE trace (
    claim INTEGER PRIMARY KEY REFERENCES claim (key),
    origins TEXT NOT NULL
);
INSERT INTO "trace" VALUES(3,'[["type","relations","quit.v","word",[31,35],0,0.75],["argument",0,0,"name",[13,30,40,50],1],["confidence","confidence","share",null,[],0,0.5,-1.25]]');
CREATE INDEX reading_document ON reading (document);
CREATE INDEX reading_published ON reading (published);
CREATE INDEX reading_outlet ON reading (outlet_key);
CREATE INDEX recording_latest ON recording (document, recorded, reading);
CREATE INDEX recording_run ON recording (run);
CREATE INDEX name_key ON name (key, entity);
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_type ON claim (type, low);
CREATE INDEX claim_low ON claim (low, high);
CREATE INDEX claim_high ON claim (high, low);
CREATE INDEX arg_entity ON arg (entity, claim);
CREATE INDEX speaker_entity ON speaker (entity, claim);
CREATE INDEX problem_reading ON problem (reading);
CREATE TRIGGER run_no_update BEFORE UPDATE ON run BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER run_no_delete BEFORE DELETE ON run BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER run_end_no_update BEFORE UPDATE ON run_end BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER run_end_no_delete BEFORE DELETE ON run_end BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER content_no_update BEFORE UPDATE ON content BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER content_no_delete BEFORE DELETE ON content BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER recording_no_update BEFORE UPDATE ON recording BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER recording_no_delete BEFORE DELETE ON recording BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER block_no_update BEFORE UPDATE ON block BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER block_no_delete BEFORE DELETE ON block BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER link_no_update BEFORE UPDATE ON link BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER link_no_delete BEFORE DELETE ON link BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER entity_no_update BEFORE UPDATE ON entity BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER entity_no_delete BEFORE DELETE ON entity BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER name_no_update BEFORE UPDATE ON name BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER name_no_delete BEFORE DELETE ON name BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER mention_no_update BEFORE UPDATE ON mention BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER mention_no_delete BEFORE DELETE ON mention BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER claim_no_update BEFORE UPDATE ON claim BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER claim_no_delete BEFORE DELETE ON claim BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER arg_no_update BEFORE UPDATE ON arg BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER arg_no_delete BEFORE DELETE ON arg BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER speaker_no_update BEFORE UPDATE ON speaker BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER speaker_no_delete BEFORE DELETE ON speaker BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER evidence_no_update BEFORE UPDATE ON evidence BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER problem_no_update BEFORE UPDATE ON problem BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER problem_no_delete BEFORE DELETE ON problem BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER trace_no_update BEFORE UPDATE ON trace BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER trace_no_delete BEFORE DELETE ON trace BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE INDEX resolved_latest ON resolved (reading, recorded, version);
CREATE INDEX judged_subject ON judged (subject, judgement);
CREATE TRIGGER resolved_no_update BEFORE UPDATE ON resolved BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER resolved_no_delete BEFORE DELETE ON resolved BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER record_no_update BEFORE UPDATE ON record BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER record_no_delete BEFORE DELETE ON record BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER record_key_no_update BEFORE UPDATE ON record_key BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER record_key_no_delete BEFORE DELETE ON record_key BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER happening_no_update BEFORE UPDATE ON happening BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER happening_no_delete BEFORE DELETE ON happening BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER judgement_no_update BEFORE UPDATE ON judgement BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER judgement_no_delete BEFORE DELETE ON judgement BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER judged_no_update BEFORE UPDATE ON judged BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER judged_no_delete BEFORE DELETE ON judged BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER alias_list_no_update BEFORE UPDATE ON alias_list BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER alias_list_no_delete BEFORE DELETE ON alias_list BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
CREATE TRIGGER alias_entry_no_update BEFORE UPDATE ON alias_entry BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever changed');
END;
CREATE TRIGGER alias_entry_no_delete BEFORE DELETE ON alias_entry BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only: nothing recorded is ever taken out');
END;
COMMIT;
