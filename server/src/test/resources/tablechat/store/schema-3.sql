-- A store of schema 3 as TableChat of that time left it when it was killed in the middle of an answer.
pragma application_id = 1413631043;
pragma user_version = 3;

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
CREATE INDEX session_listed on session (connection_id, archived, pinned, active_at, id) where deleted_at is null;
CREATE INDEX session_deleted on session (connection_id, pinned, active_at, id) where deleted_at is not null;
CREATE INDEX session_purged on session (deleted_at) where deleted_at is not null;
CREATE UNIQUE INDEX message_streaming on message (session_id) where status = 'streaming';
CREATE INDEX result_of_session on result (session_id);
CREATE INDEX result_of_connection on result (connection_id);
CREATE INDEX result_of_no_session on result (created_at) where session_id is null;
CREATE INDEX part_of_result on part (result_id) where result_id is not null;
CREATE INDEX part_running on part (message_id) where type = 'tool' and call_status is null;

INSERT INTO connection VALUES('01a21cb0-f5f2-7079-afb5-bbe0e8fdf444','sample','sqlite','sqlite:/home/ada/.tablechat/sample.db',NULL,NULL,1795777689255,0,'rows',30,NULL,NULL);
INSERT INTO connection VALUES('01a21cb1-1be4-7fa7-a06b-d3676c26b939','second','sqlite','sqlite:/home/ada/.tablechat/sample.db',NULL,NULL,1795777698802,0,'schema',7,'["second","sqlite:/home/ada/.tablechat/sample.db","","SCHEMA",7]',NULL);
INSERT INTO session VALUES('01a21cb0-fe32-7644-8458-78c12cd2d7ca','01a21cb0-f5f2-7079-afb5-bbe0e8fdf444','Orders and customers','model',1795777691187,1795777697156,0,0,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21cb1-15cf-7902-86a4-ce20af02c42c','01a21cb0-f5f2-7079-afb5-bbe0e8fdf444','Pinned, with "quotes" and ''apostrophes''','user',1795777697231,1795777697231,1,0,NULL,NULL,replace('What about line\nbreaks; and -- comments?','\n',char(10)));
INSERT INTO session VALUES('01a21cb1-1670-7015-a397-68e6e92cb29f','01a21cb0-f5f2-7079-afb5-bbe0e8fdf444','Put away','user',1795777697392,1795777697624,0,1,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21cb1-17a2-771f-bf7f-cb7a33661ff5','01a21cb0-f5f2-7079-afb5-bbe0e8fdf444','Thrown away','user',1795777697714,1795777697925,0,0,4102444800000,NULL,NULL);
INSERT INTO session VALUES('01a21cb1-18a5-7a64-9b9b-18b6ee20f61f','01a21cb0-f5f2-7079-afb5-bbe0e8fdf444','Stopped','user',1795777697957,1795777698774,0,0,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21cb1-1c5a-791f-b88b-e5b5100d5b88','01a21cb0-f5f2-7079-afb5-bbe0e8fdf444','Cut off','user',1795777698906,1795777698933,0,0,NULL,NULL,NULL);
INSERT INTO message VALUES('01a21cb1-0072-7f83-b96b-4302aab60eb2','01a21cb0-fe32-7644-8458-78c12cd2d7ca',1,'user','complete','01a21cb1-0072-7a70-9cb9-9202d3f4ebd0',NULL,NULL,NULL,NULL,NULL,NULL,1795777691763,NULL);
INSERT INTO message VALUES('01a21cb1-009a-75ac-a22a-5ef0525f7058','01a21cb0-fe32-7644-8458-78c12cd2d7ca',2,'assistant','complete','01a21cb1-0072-7a70-9cb9-9202d3f4ebd0','openai/gpt-4.1',240,60,4688,NULL,NULL,1795777691763,NULL);
INSERT INTO message VALUES('01a21cb1-1498-754d-bfad-c6ee78138c5b','01a21cb0-fe32-7644-8458-78c12cd2d7ca',3,'user','complete','01a21cb1-1498-7a48-866a-7ac73d289faa',NULL,NULL,NULL,NULL,NULL,NULL,1795777696920,NULL);
INSERT INTO message VALUES('01a21cb1-1498-710d-a25e-e44d98a4ec45','01a21cb0-fe32-7644-8458-78c12cd2d7ca',4,'assistant','complete','01a21cb1-1498-7a48-866a-7ac73d289faa','openai/gpt-4.1',240,60,162,NULL,NULL,1795777696920,NULL);
INSERT INTO message VALUES('01a21cb1-1626-7064-8155-f93f0877e73e','01a21cb1-15cf-7902-86a4-ce20af02c42c',1,'user','complete',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795777697318,NULL);
INSERT INTO message VALUES('01a21cb1-16a8-7513-907d-01eccdb3302d','01a21cb1-1670-7015-a397-68e6e92cb29f',1,'user','complete','01a21cb1-16a8-7f7e-8c68-54d47e64f96b',NULL,NULL,NULL,NULL,NULL,NULL,1795777697448,NULL);
INSERT INTO message VALUES('01a21cb1-16a8-75b2-a68a-5a32f781eadc','01a21cb1-1670-7015-a397-68e6e92cb29f',2,'assistant','complete','01a21cb1-16a8-7f7e-8c68-54d47e64f96b','openai/gpt-4.1',240,60,160,NULL,NULL,1795777697448,NULL);
INSERT INTO message VALUES('01a21cb1-17d5-7508-902e-325b448eceb6','01a21cb1-17a2-771f-bf7f-cb7a33661ff5',1,'user','complete','01a21cb1-17d5-7cae-900b-8499a6be7bd6',NULL,NULL,NULL,NULL,NULL,NULL,1795777697749,NULL);
INSERT INTO message VALUES('01a21cb1-17d5-763b-8cb1-b97f988eea2a','01a21cb1-17a2-771f-bf7f-cb7a33661ff5',2,'assistant','complete','01a21cb1-17d5-7cae-900b-8499a6be7bd6','openai/gpt-4.1',240,60,166,NULL,NULL,1795777697749,NULL);
INSERT INTO message VALUES('01a21cb1-18ba-70de-9783-674bd9420f98','01a21cb1-18a5-7a64-9b9b-18b6ee20f61f',1,'user','complete','01a21cb1-18ba-7ab4-92e8-6091be69fdf5',NULL,NULL,NULL,NULL,NULL,NULL,1795777697978,NULL);
INSERT INTO message VALUES('01a21cb1-18ba-7240-8072-8d4606c1d463','01a21cb1-18a5-7a64-9b9b-18b6ee20f61f',2,'assistant','stopped','01a21cb1-18ba-7ab4-92e8-6091be69fdf5','openai/gpt-4.1',NULL,NULL,549,NULL,NULL,1795777697978,NULL);
INSERT INTO message VALUES('01a21cb1-1c75-741b-b619-4c9f007a0334','01a21cb1-1c5a-791f-b88b-e5b5100d5b88',1,'user','complete','01a21cb1-1c75-7d18-b51d-053e7a40a512',NULL,NULL,NULL,NULL,NULL,NULL,1795777698933,NULL);
INSERT INTO message VALUES('01a21cb1-1c75-799d-b442-56e42810a157','01a21cb1-1c5a-791f-b88b-e5b5100d5b88',2,'assistant','streaming','01a21cb1-1c75-7d18-b51d-053e7a40a512','openai/gpt-4.1',NULL,NULL,NULL,NULL,NULL,1795777698933,NULL);
INSERT INTO result VALUES('01a21cb1-1397-79e9-9164-fce9fb593a11','01a21cb0-f5f2-7079-afb5-bbe0e8fdf444','01a21cb0-fe32-7644-8458-78c12cd2d7ca','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,77,1795777696681);
INSERT INTO result VALUES('01a21cb1-161e-75c2-8f61-5df810a0de6a','01a21cb0-f5f2-7079-afb5-bbe0e8fdf444','01a21cb1-15cf-7902-86a4-ce20af02c42c','select name, price from products order by id limit 4','[{"name":"name","type":"TEXT"},{"name":"price","type":"REAL"}]','[["Mint Infusion",4.0],["House Blend Beans",4.75],["Dark Roast Beans",5.5],["Decaf Beans",7.25]]','[["Mint Infusion",4.0],["House Blend Beans",4.75],["Dark Roast Beans",5.5],["Decaf Beans",7.25]]',4,0,9,1795777697315);
INSERT INTO result VALUES('01a21cb1-1703-7083-ad23-7e0f35d674f5','01a21cb0-f5f2-7079-afb5-bbe0e8fdf444','01a21cb1-1670-7015-a397-68e6e92cb29f','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,1,1795777697542);
INSERT INTO result VALUES('01a21cb1-1802-745f-aac0-b7c0cb92c61e','01a21cb0-f5f2-7079-afb5-bbe0e8fdf444','01a21cb1-17a2-771f-bf7f-cb7a33661ff5','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,3,1795777697799);
INSERT INTO part VALUES('01a21cb1-0072-7f83-b96b-4302aab60eb2',0,'text','Who are the first customers?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb1-009a-75ac-a22a-5ef0525f7058',0,'text','I look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb1-009a-75ac-a22a-5ef0525f7058',1,'tool',NULL,'call-ezdg61','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21cb1-1397-79e9-9164-fce9fb593a11',129,3);
INSERT INTO part VALUES('01a21cb1-009a-75ac-a22a-5ef0525f7058',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb1-1498-754d-bfad-c6ee78138c5b',0,'text','And the broken one?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb1-1498-710d-a25e-e44d98a4ec45',0,'text','Let me see. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb1-1498-710d-a25e-e44d98a4ec45',1,'tool',NULL,'call-13ibog','run_query','{"sql":"select nothing from nowhere"}','failed','error: Near "nothing": syntax error.','Near "nothing": syntax error.',NULL,24,NULL);
INSERT INTO part VALUES('01a21cb1-1498-710d-a25e-e44d98a4ec45',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb1-1626-7064-8155-f93f0877e73e',0,'tool',NULL,'01a21cb1-1626-7b1c-b160-1e403622eea4','run_query','{"sql":"select name, price from products order by id limit 4"}','complete',NULL,NULL,'01a21cb1-161e-75c2-8f61-5df810a0de6a',9,NULL);
INSERT INTO part VALUES('01a21cb1-16a8-7513-907d-01eccdb3302d',0,'text','Who are the first customers?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb1-16a8-75b2-a68a-5a32f781eadc',0,'text','I look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb1-16a8-75b2-a68a-5a32f781eadc',1,'tool',NULL,'call-tpfvzc','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21cb1-1703-7083-ad23-7e0f35d674f5',6,3);
INSERT INTO part VALUES('01a21cb1-16a8-75b2-a68a-5a32f781eadc',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb1-17d5-7508-902e-325b448eceb6',0,'text','Who?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb1-17d5-763b-8cb1-b97f988eea2a',0,'text','I look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb1-17d5-763b-8cb1-b97f988eea2a',1,'tool',NULL,'call-4myemu','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21cb1-1802-745f-aac0-b7c0cb92c61e',6,3);
INSERT INTO part VALUES('01a21cb1-17d5-763b-8cb1-b97f988eea2a',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb1-18ba-70de-9783-674bd9420f98',0,'text','Speak slowly.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb1-18ba-7240-8072-8d4606c1d463',0,'text','word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13 word14 word15 word16 word17 word18 word19 word20 word21 word22 word23 word24 word25 word26 word27 word28 word29 word30 word31 word32 word33 word34 word35 word36 word37 word38 word39 ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb1-1c75-741b-b619-4c9f007a0334',0,'text','Speak slowly.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb1-1c75-799d-b442-56e42810a157',0,'text','word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13 word14 word15 word16 word17 word18 word19 word20 word21 word22 word23 word24 word25 word26 word27 word28 word29 word30 word31 word32 word33 word34 word35 word36 word37 word38 word39 word40 word41 word42 word43 word44 word45 word46 word47 word48 word49 word50 word51 word52 word53 word54 word55 word56 word57 word58 word59 word60 word61 word62 word63 word64 word65 word66 ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO meta VALUES('sample','offered');
