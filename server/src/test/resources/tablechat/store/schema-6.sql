-- A store of schema 6 as TableChat of that time left it when it was killed in the middle of an answer.
pragma application_id = 1413631043;
pragma user_version = 6;

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
, forked_by text check (forked_by in ('fork', 'edit', 'retry'))) strict;
CREATE INDEX session_listed on session (connection_id, archived, pinned, active_at, id) where deleted_at is null;
CREATE INDEX session_deleted on session (connection_id, pinned, active_at, id) where deleted_at is not null;
CREATE INDEX session_purged on session (deleted_at) where deleted_at is not null;
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
CREATE UNIQUE INDEX message_streaming on message (session_id) where status = 'streaming';
CREATE INDEX message_of_turn on message (turn) where turn is not null;
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
CREATE INDEX result_of_session on result (session_id);
CREATE INDEX result_of_connection on result (connection_id);
CREATE INDEX result_of_no_session on result (created_at) where session_id is null;
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
CREATE INDEX part_of_result on part (result_id) where result_id is not null;
CREATE INDEX part_running on part (message_id) where type = 'tool' and call_status is null;
CREATE TABLE meta (
    name  text primary key,
    value text not null
) strict;
CREATE VIRTUAL TABLE title_search using fts5 (text, content = '', contentless_delete = 1, tokenize = 'trigram');
CREATE VIRTUAL TABLE part_search using fts5 (text, content = '', contentless_delete = 1, tokenize = 'trigram');
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
CREATE VIEW part_said as
    select rowid as part, message_id,
        case when type = 'text' then text when tool = 'run_query' then json_extract(input, '$.sql') end as text
    from part where type = 'text' or tool = 'run_query';
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

INSERT INTO connection VALUES('01a21d05-1c51-79ab-9964-cdcbaacfedf4','sample','sqlite','sqlite:/home/ada/.tablechat/sample.db',NULL,NULL,1795783203925,0,'rows',30,NULL,NULL);
INSERT INTO connection VALUES('01a21d05-32ec-70b2-99f8-059e1cb24da9','second','sqlite','sqlite:/home/ada/.tablechat/sample.db',NULL,NULL,1795783209714,0,'schema',7,'["second","sqlite:/home/ada/.tablechat/sample.db","","SCHEMA",7]',NULL);
INSERT INTO session VALUES('01a21d05-2810-732b-b3d7-4cb4dd8b4d4a','01a21d05-1c51-79ab-9964-cdcbaacfedf4','Orders and customers','model',1795783206937,1795783208573,0,0,NULL,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21d05-2dfc-747e-9960-39f13af60003','01a21d05-1c51-79ab-9964-cdcbaacfedf4','Orders and customers','model',1795783208443,1795783208293,0,0,NULL,'01a21d05-2810-732b-b3d7-4cb4dd8b4d4a',NULL,'edit');
INSERT INTO session VALUES('01a21d05-2e57-7a70-a452-bcbef14966ce','01a21d05-1c51-79ab-9964-cdcbaacfedf4','Orders and customers','model',1795783208535,1795783208508,0,0,NULL,'01a21d05-2810-732b-b3d7-4cb4dd8b4d4a',NULL,'retry');
INSERT INTO session VALUES('01a21d05-2e94-784a-81d4-43fbc3ee3731','01a21d05-1c51-79ab-9964-cdcbaacfedf4','Orders and customers','model',1795783208596,1795783208573,0,0,NULL,'01a21d05-2810-732b-b3d7-4cb4dd8b4d4a',NULL,'fork');
INSERT INTO session VALUES('01a21d05-2ec4-7e5b-88fb-1967dcc9d26f','01a21d05-1c51-79ab-9964-cdcbaacfedf4','Pinned, with "quotes" and ''apostrophes''','user',1795783208644,1795783208644,1,0,NULL,NULL,replace('What about line\nbreaks; and -- comments?','\n',char(10)),NULL);
INSERT INTO session VALUES('01a21d05-3036-722c-ad2f-0387df95d664','01a21d05-1c51-79ab-9964-cdcbaacfedf4','Put away','user',1795783209014,1795783209039,0,1,NULL,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21d05-3059-7dfd-bb99-b41185eca75c','01a21d05-1c51-79ab-9964-cdcbaacfedf4','Thrown away','user',1795783209049,1795783209130,0,0,4102444800000,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21d05-30da-7a9e-9805-55c65a88f31d','01a21d05-1c51-79ab-9964-cdcbaacfedf4','Stopped','user',1795783209178,1795783209679,0,0,NULL,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21d05-32fd-766c-b338-22f36d26df61','01a21d05-1c51-79ab-9964-cdcbaacfedf4','Cut off','user',1795783209725,1795804840018,0,0,NULL,NULL,NULL,NULL);
INSERT INTO message VALUES('01a21d05-296e-73d0-8c6a-4193b94ab82d','01a21d05-2810-732b-b3d7-4cb4dd8b4d4a',1,'user','complete','01a21d05-2936-7433-b73d-a709a2ff574e',NULL,NULL,NULL,NULL,NULL,NULL,1795783207278,NULL);
INSERT INTO message VALUES('01a21d05-2986-75a1-a066-19249eebe7cf','01a21d05-2810-732b-b3d7-4cb4dd8b4d4a',2,'assistant','complete','01a21d05-2936-7433-b73d-a709a2ff574e','openai/gpt-4.1',240,60,940,NULL,NULL,1795783207302,NULL);
INSERT INTO message VALUES('01a21d05-2d4c-7509-9194-47beebfc527b','01a21d05-2810-732b-b3d7-4cb4dd8b4d4a',3,'user','complete','01a21d05-2e56-796a-a4b1-1173389941d1',NULL,NULL,NULL,NULL,NULL,NULL,1795783208268,NULL);
INSERT INTO message VALUES('01a21d05-2d4c-7e24-83c7-729fcd387677','01a21d05-2dfc-747e-9960-39f13af60003',4,'assistant','complete','01a21d05-2d45-7deb-a77a-db62fc4f50b9','openai/gpt-4.1',120,30,24,NULL,NULL,1795783208268,NULL);
INSERT INTO message VALUES('01a21d05-2e19-7af1-b78f-bd02b9101797','01a21d05-2dfc-747e-9960-39f13af60003',1,'user','complete','01a21d05-2936-7433-b73d-a709a2ff574e',NULL,NULL,NULL,NULL,NULL,NULL,1795783207278,NULL);
INSERT INTO message VALUES('01a21d05-2e19-765a-ae42-ecf06f70c979','01a21d05-2dfc-747e-9960-39f13af60003',2,'assistant','complete','01a21d05-2936-7433-b73d-a709a2ff574e','openai/gpt-4.1',240,60,940,NULL,NULL,1795783207302,NULL);
INSERT INTO message VALUES('01a21d05-2e19-73e4-8426-0593af893155','01a21d05-2dfc-747e-9960-39f13af60003',3,'user','complete','01a21d05-2d45-7deb-a77a-db62fc4f50b9',NULL,NULL,NULL,NULL,NULL,NULL,1795783208268,NULL);
INSERT INTO message VALUES('01a21d05-2dfb-7352-a253-f6c3b5c26968','01a21d05-2e57-7a70-a452-bcbef14966ce',4,'assistant','complete','01a21d05-2d9c-786d-8b34-f8ad7dc65efc','openai/gpt-4.1',120,30,64,NULL,NULL,1795783208443,NULL);
INSERT INTO message VALUES('01a21d05-2e5c-7a2e-b0c9-175618f83007','01a21d05-2e57-7a70-a452-bcbef14966ce',1,'user','complete','01a21d05-2936-7433-b73d-a709a2ff574e',NULL,NULL,NULL,NULL,NULL,NULL,1795783207278,NULL);
INSERT INTO message VALUES('01a21d05-2e5c-731f-aa42-924000362f52','01a21d05-2e57-7a70-a452-bcbef14966ce',2,'assistant','complete','01a21d05-2936-7433-b73d-a709a2ff574e','openai/gpt-4.1',240,60,940,NULL,NULL,1795783207302,NULL);
INSERT INTO message VALUES('01a21d05-2e5c-716a-a54c-c2dbbc339734','01a21d05-2e57-7a70-a452-bcbef14966ce',3,'user','complete','01a21d05-2d9c-786d-8b34-f8ad7dc65efc',NULL,NULL,NULL,NULL,NULL,NULL,1795783208268,NULL);
INSERT INTO message VALUES('01a21d05-2e57-7dff-80cb-c53c593b51c1','01a21d05-2810-732b-b3d7-4cb4dd8b4d4a',4,'assistant','complete','01a21d05-2e56-796a-a4b1-1173389941d1','openai/gpt-4.1',120,30,37,NULL,NULL,1795783208535,NULL);
INSERT INTO message VALUES('01a21d05-2ea0-702d-bf3a-056e09cfe569','01a21d05-2e94-784a-81d4-43fbc3ee3731',1,'user','complete','01a21d05-2936-7433-b73d-a709a2ff574e',NULL,NULL,NULL,NULL,NULL,NULL,1795783207278,NULL);
INSERT INTO message VALUES('01a21d05-2ea0-7f04-b0cd-3e46ba811fb9','01a21d05-2e94-784a-81d4-43fbc3ee3731',2,'assistant','complete','01a21d05-2936-7433-b73d-a709a2ff574e','openai/gpt-4.1',240,60,940,NULL,NULL,1795783207302,NULL);
INSERT INTO message VALUES('01a21d05-302b-75af-a9f1-1c259e5e8a1a','01a21d05-2ec4-7e5b-88fb-1967dcc9d26f',1,'user','complete',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795783209003,NULL);
INSERT INTO message VALUES('01a21d05-303c-7e22-8de6-4e708308335a','01a21d05-3036-722c-ad2f-0387df95d664',1,'user','complete','01a21d05-303b-7169-a036-afa84bcd393c',NULL,NULL,NULL,NULL,NULL,NULL,1795783209020,NULL);
INSERT INTO message VALUES('01a21d05-303c-7853-9adf-03c2b490ac00','01a21d05-3036-722c-ad2f-0387df95d664',2,'assistant','complete','01a21d05-303b-7169-a036-afa84bcd393c','openai/gpt-4.1',120,30,18,NULL,NULL,1795783209020,NULL);
INSERT INTO message VALUES('01a21d05-305f-7567-9a86-2a8e2d7a5cf3','01a21d05-3059-7dfd-bb99-b41185eca75c',1,'user','complete','01a21d05-305e-7aed-a1e7-28a09fd0674e',NULL,NULL,NULL,NULL,NULL,NULL,1795783209055,NULL);
INSERT INTO message VALUES('01a21d05-305f-72d0-bdb4-ad877c1d1a9f','01a21d05-3059-7dfd-bb99-b41185eca75c',2,'assistant','complete','01a21d05-305e-7aed-a1e7-28a09fd0674e','openai/gpt-4.1',120,30,75,NULL,NULL,1795783209055,NULL);
INSERT INTO message VALUES('01a21d05-30e4-7a29-8cfc-b398a76790c0','01a21d05-30da-7a9e-9805-55c65a88f31d',1,'user','complete','01a21d05-30e2-7719-8bae-03bdec140953',NULL,NULL,NULL,NULL,NULL,NULL,1795783209188,NULL);
INSERT INTO message VALUES('01a21d05-30e4-700d-a70d-037e3bbfada0','01a21d05-30da-7a9e-9805-55c65a88f31d',2,'assistant','stopped','01a21d05-30e2-7719-8bae-03bdec140953','openai/gpt-4.1',NULL,NULL,490,NULL,NULL,1795783209188,NULL);
INSERT INTO message VALUES('01a21d05-3309-7467-83ec-a97704dabdff','01a21d05-32fd-766c-b338-22f36d26df61',1,'user','complete','01a21d05-3308-7168-8f26-4015bb2eba75',NULL,NULL,NULL,NULL,NULL,NULL,1795783209737,NULL);
INSERT INTO message VALUES('01a21d05-3309-7204-b6e9-f9c3366b27c6','01a21d05-32fd-766c-b338-22f36d26df61',2,'assistant','interrupted','01a21d05-3308-7168-8f26-4015bb2eba75','openai/gpt-4.1',NULL,NULL,NULL,NULL,NULL,1795783209737,NULL);
INSERT INTO message VALUES('01a21e4f-4051-7433-a1e7-1024dbfd8779','01a21d05-32fd-766c-b338-22f36d26df61',3,'user','complete','01a21e4f-403d-78cf-93a3-4beae95d44ac',NULL,NULL,NULL,NULL,NULL,NULL,1795804840018,NULL);
INSERT INTO message VALUES('01a21e4f-4055-7a18-88a2-8c786da2a213','01a21d05-32fd-766c-b338-22f36d26df61',4,'assistant','streaming','01a21e4f-403d-78cf-93a3-4beae95d44ac','openai/gpt-4.1',NULL,NULL,NULL,NULL,NULL,1795804840022,NULL);
INSERT INTO result VALUES('01a21d05-2d0d-7b46-85ee-cb8862e96690','01a21d05-1c51-79ab-9964-cdcbaacfedf4','01a21d05-2810-732b-b3d7-4cb4dd8b4d4a','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,23,1795783208209);
INSERT INTO result VALUES('01a21d05-2e1c-71d1-97e9-c80173293849','01a21d05-1c51-79ab-9964-cdcbaacfedf4','01a21d05-2dfc-747e-9960-39f13af60003','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,23,1795783208209);
INSERT INTO result VALUES('01a21d05-2e65-73c1-bde5-b5c2c719faad','01a21d05-1c51-79ab-9964-cdcbaacfedf4','01a21d05-2e57-7a70-a452-bcbef14966ce','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,23,1795783208209);
INSERT INTO result VALUES('01a21d05-2ea7-737e-9b33-bafcc8b5ec9f','01a21d05-1c51-79ab-9964-cdcbaacfedf4','01a21d05-2e94-784a-81d4-43fbc3ee3731','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,23,1795783208209);
INSERT INTO result VALUES('01a21d05-3028-71ec-b5dc-547d364863a9','01a21d05-1c51-79ab-9964-cdcbaacfedf4','01a21d05-2ec4-7e5b-88fb-1967dcc9d26f','select ''it''''s'' as a, null as b','[{"name":"a","type":"TEXT"},{"name":"b","type":"NUMERIC"}]','[["it''s",null]]','[["it''s",null]]',1,0,218,1795783209001);
INSERT INTO part VALUES('01a21d05-296e-73d0-8c6a-4193b94ab82d',0,'text','Who are the first three customers?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2986-75a1-a066-19249eebe7cf',0,'text','Let me look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2986-75a1-a066-19249eebe7cf',1,'tool',NULL,'call_d10t4a','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21d05-2d0d-7b46-85ee-cb8862e96690',40,3);
INSERT INTO part VALUES('01a21d05-2986-75a1-a066-19249eebe7cf',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2d4c-7509-9194-47beebfc527b',0,'text','Is it really so?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2d4c-7e24-83c7-729fcd387677',0,'text','So it is.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2e19-7af1-b78f-bd02b9101797',0,'text','Who are the first three customers?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2e19-765a-ae42-ecf06f70c979',0,'text','Let me look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2e19-765a-ae42-ecf06f70c979',1,'tool',NULL,'call_d10t4a','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21d05-2e1c-71d1-97e9-c80173293849',40,3);
INSERT INTO part VALUES('01a21d05-2e19-765a-ae42-ecf06f70c979',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2e19-73e4-8426-0593af893155',0,'text','Is it so?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2dfb-7352-a253-f6c3b5c26968',0,'text','So it is.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2e5c-7a2e-b0c9-175618f83007',0,'text','Who are the first three customers?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2e5c-731f-aa42-924000362f52',0,'text','Let me look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2e5c-731f-aa42-924000362f52',1,'tool',NULL,'call_d10t4a','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21d05-2e65-73c1-bde5-b5c2c719faad',40,3);
INSERT INTO part VALUES('01a21d05-2e5c-731f-aa42-924000362f52',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2e5c-716a-a54c-c2dbbc339734',0,'text','Is it really so?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2e57-7dff-80cb-c53c593b51c1',0,'text','So it is.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2ea0-702d-bf3a-056e09cfe569',0,'text','Who are the first three customers?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2ea0-7f04-b0cd-3e46ba811fb9',0,'text','Let me look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-2ea0-7f04-b0cd-3e46ba811fb9',1,'tool',NULL,'call_d10t4a','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21d05-2ea7-737e-9b33-bafcc8b5ec9f',40,3);
INSERT INTO part VALUES('01a21d05-2ea0-7f04-b0cd-3e46ba811fb9',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-302b-75af-a9f1-1c259e5e8a1a',0,'tool',NULL,'01a21d05-302b-70c9-9e36-1e52bb0315d7','run_query','{"sql":"select ''it''''s'' as a, null as b"}','complete',NULL,NULL,'01a21d05-3028-71ec-b5dc-547d364863a9',218,NULL);
INSERT INTO part VALUES('01a21d05-303c-7e22-8de6-4e708308335a',0,'text','Is it so?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-303c-7853-9adf-03c2b490ac00',0,'text','So it is.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-305f-7567-9a86-2a8e2d7a5cf3',0,'text','Is it so?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-305f-72d0-bdb4-ad877c1d1a9f',0,'text','So it is.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-30e4-7a29-8cfc-b398a76790c0',0,'text','Tell a long tale.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-30e4-700d-a70d-037e3bbfada0',0,'text','word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13 word14 word15 word16 word17 word18 word19 word20 word21 word22 word23 word24 word25 word26 word27 word28 word29 word30 word31 word32 word33 word34 word35 word36 word37 word38 ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-3309-7467-83ec-a97704dabdff',0,'text','Tell a long tale.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21d05-3309-7204-b6e9-f9c3366b27c6',0,'text','word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13 word14 word15 word16 word17 word18 word19 word20 word21 word22 word23 word24 word25 word26 word27 word28 word29 word30 word31 word32 word33 word34 word35 word36 word37 word38 word39 word40 word41 word42 word43 word44 word45 word46 word47 word48 word49 word50 word51 word52 word53 word54 word55 word56 word57 word58 word59 word60 word61 word62 word63 word64 word65 word66 word67 word68 word69 word70 word71 word72 word73 word74 word75 word76 word77 word78 word79 word80 word81 word82 word83 word84 word85 word86 word87 word88 word89 word90 word91 word92 word93 word94 word95 word96 word97 word98 word99 word100 word101 ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21e4f-4051-7433-a1e7-1024dbfd8779',0,'text','Go on. tokens=200 delay=20',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21e4f-4055-7a18-88a2-8c786da2a213',0,'text','tok0 tok1 tok2 tok3 tok4 tok5 tok6 tok7 tok8 tok9 tok10 tok11 tok12 tok13 tok14 tok15 tok16 tok17 tok18 tok19 tok20 tok21 tok22 tok23 tok24 tok25 tok26 tok27 tok28 tok29 tok30 tok31 tok32 tok33 tok34 tok35 tok36 tok37 tok38 tok39 tok40 tok41 tok42 tok43 tok44 tok45 tok46 tok47 tok48 tok49 tok50 tok51 tok52 tok53 tok54 tok55 tok56 tok57 tok58 tok59 tok60 tok61 tok62 tok63 tok64 tok65 tok66 tok67 tok68 tok69 ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO meta VALUES('sample','offered');
