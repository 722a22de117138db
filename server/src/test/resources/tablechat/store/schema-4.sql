-- A store of schema 4 as TableChat of that time left it when it was killed in the middle of an answer.
pragma application_id = 1413631043;
pragma user_version = 4;

CREATE TABLE connection (
    id         text primary key,
    name       text not null unique,
    kind       text not null,
    url        text not null,
    user       text,
    secret     text,
    created_at integer not null,
    used_at    integer not null default 0
, privacy text not null default 'rows' check (privacy in ('rows', 'aggregates', 'schema')), timeout_seconds integer not null default 30 check (timeout_seconds between 1 and 600), added_as text, removed_at integer) strict;
CREATE TABLE session (
    id            text primary key,
    connection_id text not null references connection on delete cascade,
    title         text not null,
    title_source  text not null check (title_source in ('default', 'model', 'user')),
    created_at    integer not null,
    active_at     integer not null,
    pinned        integer not null default 0 check (pinned in (0, 1)),
    archived      integer not null default 0 check (archived in (0, 1)),
    deleted_at    integer,
    forked_from   text,
    draft         text
) strict;
CREATE TABLE message (
    id            text primary key,
    session_id    text not null references session on delete cascade,
    position      integer not null check (position > 0),
    role          text not null check (role in ('user', 'assistant')),
    status        text not null check (status in ('complete', 'streaming', 'stopped', 'failed', 'interrupted')),
    turn          text,
    model         text,
    input_tokens  integer,
    output_tokens integer,
    duration_ms   integer,
    error_code    text,
    error_message text,
    created_at    integer not null, privacy text check (privacy in ('aggregates', 'schema')),
    unique (session_id, position)
) strict;
CREATE TABLE result (
    id            text primary key,
    connection_id text not null references connection on delete cascade,
    session_id    text references session on delete cascade,
    sql           text not null,
    columns       text not null,
    preview       text not null,
    rows          text not null,
    row_count     integer,
    truncated     integer not null check (truncated in (0, 1)),
    duration_ms   integer not null,
    created_at    integer not null
) strict;
CREATE TABLE part (
    message_id  text not null references message on delete cascade,
    position    integer not null,
    type        text not null check (type in ('text', 'thinking', 'tool')),
    text        text,
    call_id     text,
    tool        text,
    input       text,
    call_status text check (call_status in ('complete', 'failed', 'refused', 'stopped')),
    output      text,
    error       text,
    result_id   text references result on delete set null,
    duration_ms integer, model_rows integer,
    primary key (message_id, position)
) strict;
CREATE TABLE meta (
    name  text primary key,
    value text not null
) strict;
CREATE VIRTUAL TABLE title_search using fts5 (text, content = '', contentless_delete = 1, tokenize = 'trigram');
CREATE VIRTUAL TABLE part_search using fts5 (text, content = '', contentless_delete = 1, tokenize = 'trigram');
CREATE INDEX session_listed on session (connection_id, archived, pinned, active_at, id) where deleted_at is null;
CREATE INDEX session_deleted on session (connection_id, pinned, active_at, id) where deleted_at is not null;
CREATE INDEX session_purged on session (deleted_at) where deleted_at is not null;
CREATE UNIQUE INDEX message_streaming on message (session_id) where status = 'streaming';
CREATE INDEX result_of_session on result (session_id);
CREATE INDEX result_of_connection on result (connection_id);
CREATE INDEX result_of_no_session on result (created_at) where session_id is null;
CREATE INDEX part_of_result on part (result_id) where result_id is not null;
CREATE INDEX part_running on part (message_id) where type = 'tool' and call_status is null;
CREATE VIEW part_said as
    select rowid as part, message_id,
        case when type = 'text' then text when tool = 'run_query' then json_extract(input, '$.sql') end as text
    from part where type = 'text' or tool = 'run_query';
CREATE TRIGGER session_title_new after insert on session begin
    insert into title_search (rowid, text) values (new.rowid, new.title);
end;
CREATE TRIGGER session_title_changed after update of title on session begin
    delete from title_search where rowid = old.rowid;
    insert into title_search (rowid, text) values (new.rowid, new.title);
end;
CREATE TRIGGER session_title_gone after delete on session begin
    delete from title_search where rowid = old.rowid;
end;
CREATE TRIGGER part_said_new after insert on part
when (select status from message where id = new.message_id) <> 'streaming' begin
    delete from part_search where rowid = new.rowid;
    insert into part_search (rowid, text) select part, text from part_said where part = new.rowid and text is not null;
end;
CREATE TRIGGER part_said_changed after update of text, input on part
when (select status from message where id = new.message_id) <> 'streaming' begin
    delete from part_search where rowid = new.rowid;
    insert into part_search (rowid, text) select part, text from part_said where part = new.rowid and text is not null;
end;
CREATE TRIGGER message_done after update of status on message when old.status = 'streaming' and new.status <> 'streaming' begin
    insert into part_search (rowid, text)
        select part, text from part_said where message_id = new.id and text is not null;
end;
CREATE TRIGGER part_said_gone after delete on part begin
    delete from part_search where rowid = old.rowid;
end;

INSERT INTO connection VALUES('01a21cba-480d-703e-bb9e-c3a86eb59621','sample','sqlite','sqlite:/home/ada/.tablechat/sample.db',NULL,NULL,1795778300116,0,'rows',30,NULL,NULL);
INSERT INTO connection VALUES('01a21cba-8d24-729c-9b00-12d5970bb4b8','second','sqlite','sqlite:/home/ada/.tablechat/sample.db',NULL,NULL,1795778317607,0,'schema',7,'["second","sqlite:/home/ada/.tablechat/sample.db","","SCHEMA",7]',NULL);
INSERT INTO session VALUES('01a21cba-55c1-7a8c-8ab8-162508866326','01a21cba-480d-703e-bb9e-c3a86eb59621','Orders and customers','model',1795778303426,1795778315380,0,0,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21cba-84e6-71c4-8a64-be72aabf2c8b','01a21cba-480d-703e-bb9e-c3a86eb59621','Pinned, with "quotes" and ''apostrophes''','user',1795778315495,1795778315495,1,0,NULL,NULL,replace('What about line\nbreaks; and -- comments?','\n',char(10)));
INSERT INTO session VALUES('01a21cba-86ed-7d2c-8c30-66db98db25ad','01a21cba-480d-703e-bb9e-c3a86eb59621','Put away','user',1795778316013,1795778316390,0,1,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21cba-88be-7729-a2cc-8ae03da34eda','01a21cba-480d-703e-bb9e-c3a86eb59621','Thrown away','user',1795778316478,1795778316752,0,0,4102444800000,NULL,NULL);
INSERT INTO session VALUES('01a21cba-8a99-7ffa-91f0-9e583d43dcf1','01a21cba-480d-703e-bb9e-c3a86eb59621','Stopped','user',1795778316953,1795778317562,0,0,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21cba-8d57-7902-9a7d-02ad8517ede2','01a21cba-480d-703e-bb9e-c3a86eb59621','Cut off','user',1795778317655,1795778317714,0,0,NULL,NULL,NULL);
INSERT INTO message VALUES('01a21cba-58c9-7967-82a8-a738bb3e282d','01a21cba-55c1-7a8c-8ab8-162508866326',1,'user','complete','01a21cba-58ca-7048-b81d-c9b04abe370e',NULL,NULL,NULL,NULL,NULL,NULL,1795778304291,NULL);
INSERT INTO message VALUES('01a21cba-593e-7a1a-9ece-db60363e9cbe','01a21cba-55c1-7a8c-8ab8-162508866326',2,'assistant','complete','01a21cba-58ca-7048-b81d-c9b04abe370e','openai/gpt-4.1',240,60,10168,NULL,NULL,1795778304318,NULL);
INSERT INTO message VALUES('01a21cba-8388-782c-952a-8c797421a66a','01a21cba-55c1-7a8c-8ab8-162508866326',3,'user','complete','01a21cba-8388-7311-ab9f-4cfb0638a292',NULL,NULL,NULL,NULL,NULL,NULL,1795778315171,NULL);
INSERT INTO message VALUES('01a21cba-83a3-7ab0-9f97-8b90de2bb67d','01a21cba-55c1-7a8c-8ab8-162508866326',4,'assistant','complete','01a21cba-8388-7311-ab9f-4cfb0638a292','openai/gpt-4.1',240,60,191,NULL,NULL,1795778315171,NULL);
INSERT INTO message VALUES('01a21cba-863a-7eda-a9b0-0573eab1b179','01a21cba-84e6-71c4-8a64-be72aabf2c8b',1,'user','complete',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795778315834,NULL);
INSERT INTO message VALUES('01a21cba-873e-7c0c-8619-df44eafb496c','01a21cba-86ed-7d2c-8c30-66db98db25ad',1,'user','complete','01a21cba-873e-7238-8794-9fe33f81c1fb',NULL,NULL,NULL,NULL,NULL,NULL,1795778316095,NULL);
INSERT INTO message VALUES('01a21cba-873f-7b19-a934-1d3e37b80364','01a21cba-86ed-7d2c-8c30-66db98db25ad',2,'assistant','complete','01a21cba-873e-7238-8794-9fe33f81c1fb','openai/gpt-4.1',240,60,274,NULL,NULL,1795778316095,NULL);
INSERT INTO message VALUES('01a21cba-88e7-75ce-96d6-abbf6f25c05c','01a21cba-88be-7729-a2cc-8ae03da34eda',1,'user','complete','01a21cba-88e7-7145-b755-810a3a268987',NULL,NULL,NULL,NULL,NULL,NULL,1795778316521,NULL);
INSERT INTO message VALUES('01a21cba-88e9-7b73-8f91-7180ce8f8a96','01a21cba-88be-7729-a2cc-8ae03da34eda',2,'assistant','complete','01a21cba-88e7-7145-b755-810a3a268987','openai/gpt-4.1',240,60,209,NULL,NULL,1795778316521,NULL);
INSERT INTO message VALUES('01a21cba-8aee-78ed-b2df-30c7ee77bca1','01a21cba-8a99-7ffa-91f0-9e583d43dcf1',1,'user','complete','01a21cba-8aee-7d40-8e44-c7febe842f8f',NULL,NULL,NULL,NULL,NULL,NULL,1795778317040,NULL);
INSERT INTO message VALUES('01a21cba-8af0-77eb-b3e0-a54296a957f1','01a21cba-8a99-7ffa-91f0-9e583d43dcf1',2,'assistant','stopped','01a21cba-8aee-7d40-8e44-c7febe842f8f','openai/gpt-4.1',NULL,NULL,490,NULL,NULL,1795778317040,NULL);
INSERT INTO message VALUES('01a21cba-8d91-7d57-a19a-1c2132b422d2','01a21cba-8d57-7902-9a7d-02ad8517ede2',1,'user','complete','01a21cba-8d91-7107-9873-d597acc69f09',NULL,NULL,NULL,NULL,NULL,NULL,1795778317714,NULL);
INSERT INTO message VALUES('01a21cba-8d92-79f2-a5bc-1665f135c216','01a21cba-8d57-7902-9a7d-02ad8517ede2',2,'assistant','streaming','01a21cba-8d91-7107-9873-d597acc69f09','openai/gpt-4.1',NULL,NULL,NULL,NULL,NULL,1795778317714,NULL);
INSERT INTO result VALUES('01a21cba-813c-7aa2-aa90-2abb72c4c377','01a21cba-480d-703e-bb9e-c3a86eb59621','01a21cba-55c1-7a8c-8ab8-162508866326','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,204,1795778314563);
INSERT INTO result VALUES('01a21cba-862c-7650-b94b-a583d8c653df','01a21cba-480d-703e-bb9e-c3a86eb59621','01a21cba-84e6-71c4-8a64-be72aabf2c8b','select name, price from products order by id limit 4','[{"name":"name","type":"TEXT"},{"name":"price","type":"REAL"}]','[["Mint Infusion",4.0],["House Blend Beans",4.75],["Dark Roast Beans",5.5],["Decaf Beans",7.25]]','[["Mint Infusion",4.0],["House Blend Beans",4.75],["Dark Roast Beans",5.5],["Decaf Beans",7.25]]',4,0,18,1795778315828);
INSERT INTO result VALUES('01a21cba-87ad-7475-9f64-f5d5381d14c4','01a21cba-480d-703e-bb9e-c3a86eb59621','01a21cba-86ed-7d2c-8c30-66db98db25ad','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,4,1795778316209);
INSERT INTO result VALUES('01a21cba-894a-79ae-ac95-af0f4a662118','01a21cba-480d-703e-bb9e-c3a86eb59621','01a21cba-88be-7729-a2cc-8ae03da34eda','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,1,1795778316649);
INSERT INTO part VALUES('01a21cba-58c9-7967-82a8-a738bb3e282d',0,'text','Who are the first customers?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cba-593e-7a1a-9ece-db60363e9cbe',0,'text','I look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cba-593e-7a1a-9ece-db60363e9cbe',1,'tool',NULL,'call-5r3hio','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21cba-813c-7aa2-aa90-2abb72c4c377',219,3);
INSERT INTO part VALUES('01a21cba-593e-7a1a-9ece-db60363e9cbe',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cba-8388-782c-952a-8c797421a66a',0,'text','And the broken one?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cba-83a3-7ab0-9f97-8b90de2bb67d',0,'text','Let me see. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cba-83a3-7ab0-9f97-8b90de2bb67d',1,'tool',NULL,'call-h4lsu8','run_query','{"sql":"select nothing from nowhere"}','failed','error: Near "nothing": syntax error.','Near "nothing": syntax error.',NULL,24,NULL);
INSERT INTO part VALUES('01a21cba-83a3-7ab0-9f97-8b90de2bb67d',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cba-863a-7eda-a9b0-0573eab1b179',0,'tool',NULL,'01a21cba-863a-7266-b8e7-9e511c71a2e6','run_query','{"sql":"select name, price from products order by id limit 4"}','complete',NULL,NULL,'01a21cba-862c-7650-b94b-a583d8c653df',18,NULL);
INSERT INTO part VALUES('01a21cba-873e-7c0c-8619-df44eafb496c',0,'text','Who are the first customers?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cba-873f-7b19-a934-1d3e37b80364',0,'text','I look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cba-873f-7b19-a934-1d3e37b80364',1,'tool',NULL,'call-upgds8','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21cba-87ad-7475-9f64-f5d5381d14c4',7,3);
INSERT INTO part VALUES('01a21cba-873f-7b19-a934-1d3e37b80364',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cba-88e7-75ce-96d6-abbf6f25c05c',0,'text','Who?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cba-88e9-7b73-8f91-7180ce8f8a96',0,'text','I look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cba-88e9-7b73-8f91-7180ce8f8a96',1,'tool',NULL,'call-xm2wva','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21cba-894a-79ae-ac95-af0f4a662118',5,3);
INSERT INTO part VALUES('01a21cba-88e9-7b73-8f91-7180ce8f8a96',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cba-8aee-78ed-b2df-30c7ee77bca1',0,'text','Speak slowly.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cba-8af0-77eb-b3e0-a54296a957f1',0,'text','word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13 word14 word15 word16 word17 word18 word19 word20 word21 word22 word23 word24 word25 word26 word27 word28 word29 word30 word31 word32 word33 word34 word35 word36 ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cba-8d91-7d57-a19a-1c2132b422d2',0,'text','Speak slowly.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cba-8d92-79f2-a5bc-1665f135c216',0,'text','word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13 word14 word15 word16 word17 word18 word19 word20 word21 word22 word23 word24 word25 word26 word27 word28 word29 word30 word31 word32 word33 word34 word35 word36 word37 word38 word39 word40 word41 word42 word43 word44 word45 word46 word47 word48 word49 word50 word51 word52 word53 word54 word55 word56 word57 word58 word59 word60 word61 word62 word63 ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO meta VALUES('sample','offered');
