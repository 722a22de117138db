-- A store of schema 1 as TableChat of that time left it when it was killed in the middle of an answer.
pragma application_id = 0;
pragma user_version = 1;

CREATE TABLE connection (
    id         text primary key,
    name       text not null unique,
    kind       text not null,
    url        text not null,
    user       text,
    secret     text,
    created_at integer not null,
    used_at    integer not null default 0
) strict;
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
    created_at    integer not null,
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
    duration_ms integer,
    primary key (message_id, position)
) strict;
CREATE INDEX session_listed on session (connection_id, archived, pinned, active_at, id) where deleted_at is null;
CREATE INDEX session_deleted on session (connection_id, pinned, active_at, id) where deleted_at is not null;
CREATE INDEX session_purged on session (deleted_at) where deleted_at is not null;
CREATE UNIQUE INDEX message_streaming on message (session_id) where status = 'streaming';
CREATE INDEX result_of_session on result (session_id);
CREATE INDEX result_of_connection on result (connection_id);
CREATE INDEX result_of_no_session on result (created_at) where session_id is null;
CREATE INDEX part_of_result on part (result_id) where result_id is not null;
CREATE INDEX part_running on part (message_id) where type = 'tool' and call_status is null;

INSERT INTO connection VALUES('01a21cb0-65e9-7d22-8eee-166dc3266a1d','sample','sqlite','sqlite:/home/ada/.tablechat/sample.db',NULL,NULL,1795777652205,0);
INSERT INTO session VALUES('01a21cb0-67f2-715c-be79-d11b26cf4a89','01a21cb0-65e9-7d22-8eee-166dc3266a1d','Orders and customers','model',1795777652723,1795777655144,0,0,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21cb0-7193-7015-9693-0ca236393241','01a21cb0-65e9-7d22-8eee-166dc3266a1d','Pinned, with "quotes" and ''apostrophes''','user',1795777655187,1795777655187,1,0,NULL,NULL,replace('What about line\nbreaks; and -- comments?','\n',char(10)));
INSERT INTO session VALUES('01a21cb0-7227-7aec-aea2-3d6f55834f45','01a21cb0-65e9-7d22-8eee-166dc3266a1d','Put away','user',1795777655335,1795777655480,0,1,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21cb0-72f2-7391-9020-e74cd6a952ea','01a21cb0-65e9-7d22-8eee-166dc3266a1d','Thrown away','user',1795777655538,1795777655626,0,0,4102444800000,NULL,NULL);
INSERT INTO session VALUES('01a21cb0-739d-71b8-a5dd-7ecbc8f14599','01a21cb0-65e9-7d22-8eee-166dc3266a1d','Stopped','user',1795777655709,1795777656181,0,0,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21cb0-7580-736f-a5c1-9e08d29fff85','01a21cb0-65e9-7d22-8eee-166dc3266a1d','Cut off','user',1795777656192,1795777656213,0,0,NULL,NULL,NULL);
INSERT INTO message VALUES('01a21cb0-6840-7569-9b92-8eff5efb1894','01a21cb0-67f2-715c-be79-d11b26cf4a89',1,'user','complete','01a21cb0-6845-7d20-9ad1-30449000c60a',NULL,NULL,NULL,NULL,NULL,NULL,1795777652814);
INSERT INTO message VALUES('01a21cb0-684f-79bd-8471-d3d11b3f1a4b','01a21cb0-67f2-715c-be79-d11b26cf4a89',2,'assistant','complete','01a21cb0-6845-7d20-9ad1-30449000c60a','openai/gpt-4.1',240,60,1914,NULL,NULL,1795777652814);
INSERT INTO message VALUES('01a21cb0-706b-7ad9-9049-31097ae8294e','01a21cb0-67f2-715c-be79-d11b26cf4a89',3,'user','complete','01a21cb0-706f-7c4d-918c-aeea629b7e7d',NULL,NULL,NULL,NULL,NULL,NULL,1795777654895);
INSERT INTO message VALUES('01a21cb0-706f-7c19-928e-b28e14e16d19','01a21cb0-67f2-715c-be79-d11b26cf4a89',4,'assistant','complete','01a21cb0-706f-7c4d-918c-aeea629b7e7d','openai/gpt-4.1',240,60,138,NULL,NULL,1795777654895);
INSERT INTO message VALUES('01a21cb0-7206-7dcb-b14c-30a5cdc628ef','01a21cb0-7193-7015-9693-0ca236393241',1,'user','complete',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795777655302);
INSERT INTO message VALUES('01a21cb0-723b-7d8b-8a92-af204663203a','01a21cb0-7227-7aec-aea2-3d6f55834f45',1,'user','complete','01a21cb0-723b-77af-b38a-3e1fea2343da',NULL,NULL,NULL,NULL,NULL,NULL,1795777655355);
INSERT INTO message VALUES('01a21cb0-723b-7c94-b322-2ae50da5c87d','01a21cb0-7227-7aec-aea2-3d6f55834f45',2,'assistant','complete','01a21cb0-723b-77af-b38a-3e1fea2343da','openai/gpt-4.1',240,60,112,NULL,NULL,1795777655355);
INSERT INTO message VALUES('01a21cb0-730b-7d9e-9f57-7aec4bedfbc9','01a21cb0-72f2-7391-9020-e74cd6a952ea',1,'user','complete','01a21cb0-730b-7254-8c98-7cede690c3a5',NULL,NULL,NULL,NULL,NULL,NULL,1795777655564);
INSERT INTO message VALUES('01a21cb0-730c-72be-81b4-81ae40f6a8f6','01a21cb0-72f2-7391-9020-e74cd6a952ea',2,'assistant','complete','01a21cb0-730b-7254-8c98-7cede690c3a5','openai/gpt-4.1',240,60,50,NULL,NULL,1795777655564);
INSERT INTO message VALUES('01a21cb0-73b3-7a05-bd98-435fc3259e0b','01a21cb0-739d-71b8-a5dd-7ecbc8f14599',1,'user','complete','01a21cb0-73b3-7ff9-b40b-295a0bed0df5',NULL,NULL,NULL,NULL,NULL,NULL,1795777655731);
INSERT INTO message VALUES('01a21cb0-73b3-725a-acb6-944df038f4ac','01a21cb0-739d-71b8-a5dd-7ecbc8f14599',2,'assistant','stopped','01a21cb0-73b3-7ff9-b40b-295a0bed0df5','openai/gpt-4.1',NULL,NULL,445,NULL,NULL,1795777655731);
INSERT INTO message VALUES('01a21cb0-7595-7fe6-8998-06fa77759c43','01a21cb0-7580-736f-a5c1-9e08d29fff85',1,'user','complete','01a21cb0-7595-74d5-a223-d772b428ea88',NULL,NULL,NULL,NULL,NULL,NULL,1795777656213);
INSERT INTO message VALUES('01a21cb0-7595-7431-a96b-17ba4feef0f0','01a21cb0-7580-736f-a5c1-9e08d29fff85',2,'assistant','streaming','01a21cb0-7595-74d5-a223-d772b428ea88','openai/gpt-4.1',NULL,NULL,NULL,NULL,NULL,1795777656213);
INSERT INTO result VALUES('01a21cb0-6feb-7f09-81ba-3c0efa9a1d04','01a21cb0-65e9-7d22-8eee-166dc3266a1d','01a21cb0-67f2-715c-be79-d11b26cf4a89','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,9,1795777654766);
INSERT INTO result VALUES('01a21cb0-71fc-7e1a-a4d4-269525c3f16e','01a21cb0-65e9-7d22-8eee-166dc3266a1d','01a21cb0-7193-7015-9693-0ca236393241','select name, price from products order by id limit 4','[{"name":"name","type":"TEXT"},{"name":"price","type":"REAL"}]','[["Mint Infusion",4.0],["House Blend Beans",4.75],["Dark Roast Beans",5.5],["Decaf Beans",7.25]]','[["Mint Infusion",4.0],["House Blend Beans",4.75],["Dark Roast Beans",5.5],["Decaf Beans",7.25]]',4,0,4,1795777655297);
INSERT INTO result VALUES('01a21cb0-7291-7b56-bf45-5b908c2ecbae','01a21cb0-65e9-7d22-8eee-166dc3266a1d','01a21cb0-7227-7aec-aea2-3d6f55834f45','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,0,1795777655443);
INSERT INTO result VALUES('01a21cb0-732e-7a03-b4f8-35548a13f5bd','01a21cb0-65e9-7d22-8eee-166dc3266a1d','01a21cb0-72f2-7391-9020-e74cd6a952ea','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,0,1795777655602);
INSERT INTO part VALUES('01a21cb0-6840-7569-9b92-8eff5efb1894',0,'text','Who are the first customers?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-684f-79bd-8471-d3d11b3f1a4b',0,'text','I look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-684f-79bd-8471-d3d11b3f1a4b',1,'tool',NULL,'call-wscyt3','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21cb0-6feb-7f09-81ba-3c0efa9a1d04',27);
INSERT INTO part VALUES('01a21cb0-684f-79bd-8471-d3d11b3f1a4b',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-706b-7ad9-9049-31097ae8294e',0,'text','And the broken one?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-706f-7c19-928e-b28e14e16d19',0,'text','Let me see. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-706f-7c19-928e-b28e14e16d19',1,'tool',NULL,'call-yhyc0m','run_query','{"sql":"select nothing from nowhere"}','failed','error: Near "nothing": syntax error.','Near "nothing": syntax error.',NULL,13);
INSERT INTO part VALUES('01a21cb0-706f-7c19-928e-b28e14e16d19',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-7206-7dcb-b14c-30a5cdc628ef',0,'tool',NULL,'01a21cb0-7205-73b1-a33f-431336d5a095','run_query','{"sql":"select name, price from products order by id limit 4"}','complete',NULL,NULL,'01a21cb0-71fc-7e1a-a4d4-269525c3f16e',4);
INSERT INTO part VALUES('01a21cb0-723b-7d8b-8a92-af204663203a',0,'text','Who are the first customers?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-723b-7c94-b322-2ae50da5c87d',0,'text','I look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-723b-7c94-b322-2ae50da5c87d',1,'tool',NULL,'call-9yul0e','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21cb0-7291-7b56-bf45-5b908c2ecbae',1);
INSERT INTO part VALUES('01a21cb0-723b-7c94-b322-2ae50da5c87d',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-730b-7d9e-9f57-7aec4bedfbc9',0,'text','Who?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-730c-72be-81b4-81ae40f6a8f6',0,'text','I look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-730c-72be-81b4-81ae40f6a8f6',1,'tool',NULL,'call-ngv5do','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21cb0-732e-7a03-b4f8-35548a13f5bd',2);
INSERT INTO part VALUES('01a21cb0-730c-72be-81b4-81ae40f6a8f6',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-73b3-7a05-bd98-435fc3259e0b',0,'text','Speak slowly.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-73b3-725a-acb6-944df038f4ac',0,'text','word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13 word14 word15 word16 word17 word18 word19 word20 word21 word22 word23 word24 word25 word26 word27 word28 word29 word30 word31 word32 word33 word34 word35 word36 word37 word38 word39 ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-7595-7fe6-8998-06fa77759c43',0,'text','Speak slowly.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-7595-7431-a96b-17ba4feef0f0',0,'text','word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13 word14 word15 word16 word17 word18 word19 word20 word21 word22 word23 word24 word25 word26 word27 word28 word29 word30 word31 word32 word33 word34 word35 word36 word37 word38 word39 word40 word41 word42 word43 word44 word45 word46 word47 word48 word49 word50 word51 word52 word53 word54 word55 word56 word57 word58 word59 word60 word61 word62 word63 word64 word65 word66 ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
