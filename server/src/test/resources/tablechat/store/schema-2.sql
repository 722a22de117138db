-- A store of schema 2 as TableChat of that time left it when it was killed in the middle of an answer.
pragma application_id = 1413631043;
pragma user_version = 2;

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

INSERT INTO connection VALUES('01a21cb0-8ddc-748a-aa83-357f0e7a41c0','sample','sqlite','sqlite:/home/ada/.tablechat/sample.db',NULL,NULL,1795777662769,0);
INSERT INTO session VALUES('01a21cb0-a0dc-74c7-9cb8-50c09421421f','01a21cb0-8ddc-748a-aa83-357f0e7a41c0','Orders and customers','model',1795777667294,1795777672466,0,0,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21cb0-b52a-7d82-82e3-606259c90abd','01a21cb0-8ddc-748a-aa83-357f0e7a41c0','Pinned, with "quotes" and ''apostrophes''','user',1795777672490,1795777672490,1,0,NULL,NULL,replace('What about line\nbreaks; and -- comments?','\n',char(10)));
INSERT INTO session VALUES('01a21cb0-b604-7086-9c34-1e39441982cd','01a21cb0-8ddc-748a-aa83-357f0e7a41c0','Put away','user',1795777672708,1795777672895,0,1,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21cb0-b703-75eb-ac24-e897a4df02f5','01a21cb0-8ddc-748a-aa83-357f0e7a41c0','Thrown away','user',1795777672963,1795777673170,0,0,4102444800000,NULL,NULL);
INSERT INTO session VALUES('01a21cb0-b866-7105-9edd-1c2df8943225','01a21cb0-8ddc-748a-aa83-357f0e7a41c0','Stopped','user',1795777673318,1795777674258,0,0,NULL,NULL,NULL);
INSERT INTO session VALUES('01a21cb0-bc44-71e5-a6c1-f295ee577cb6','01a21cb0-8ddc-748a-aa83-357f0e7a41c0','Cut off','user',1795777674308,1795777674331,0,0,NULL,NULL,NULL);
INSERT INTO message VALUES('01a21cb0-a249-7d77-9be2-a20b0df37a05','01a21cb0-a0dc-74c7-9cb8-50c09421421f',1,'user','complete','01a21cb0-a24a-7182-b759-7013a3bd55a7',NULL,NULL,NULL,NULL,NULL,NULL,1795777667658);
INSERT INTO message VALUES('01a21cb0-a250-7ef1-8ab4-625e2d64b38b','01a21cb0-a0dc-74c7-9cb8-50c09421421f',2,'assistant','complete','01a21cb0-a24a-7182-b759-7013a3bd55a7','openai/gpt-4.1',240,60,4228,NULL,NULL,1795777667658);
INSERT INTO message VALUES('01a21cb0-b425-76a7-9884-c740d79f103c','01a21cb0-a0dc-74c7-9cb8-50c09421421f',3,'user','complete','01a21cb0-b425-74e0-aaae-d806099a3e36',NULL,NULL,NULL,NULL,NULL,NULL,1795777672229);
INSERT INTO message VALUES('01a21cb0-b425-78ac-b167-f64f0a3a16d1','01a21cb0-a0dc-74c7-9cb8-50c09421421f',4,'assistant','complete','01a21cb0-b425-74e0-aaae-d806099a3e36','openai/gpt-4.1',240,60,140,NULL,NULL,1795777672229);
INSERT INTO message VALUES('01a21cb0-b5c9-72d8-a80d-f1074727a015','01a21cb0-b52a-7d82-82e3-606259c90abd',1,'user','complete',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1795777672649);
INSERT INTO message VALUES('01a21cb0-b61f-77eb-b3c0-2970057c296f','01a21cb0-b604-7086-9c34-1e39441982cd',1,'user','complete','01a21cb0-b61f-74aa-8ca2-7126dcaa33cf',NULL,NULL,NULL,NULL,NULL,NULL,1795777672735);
INSERT INTO message VALUES('01a21cb0-b61f-7c8b-b579-3f749a644691','01a21cb0-b604-7086-9c34-1e39441982cd',2,'assistant','complete','01a21cb0-b61f-74aa-8ca2-7126dcaa33cf','openai/gpt-4.1',240,60,145,NULL,NULL,1795777672735);
INSERT INTO message VALUES('01a21cb0-b72c-7757-a61f-bfa2257fa229','01a21cb0-b703-75eb-ac24-e897a4df02f5',1,'user','complete','01a21cb0-b72c-7d04-a951-c4c068022874',NULL,NULL,NULL,NULL,NULL,NULL,1795777673004);
INSERT INTO message VALUES('01a21cb0-b72c-7f35-841d-17c2fa3716d3','01a21cb0-b703-75eb-ac24-e897a4df02f5',2,'assistant','complete','01a21cb0-b72c-7d04-a951-c4c068022874','openai/gpt-4.1',240,60,133,NULL,NULL,1795777673004);
INSERT INTO message VALUES('01a21cb0-b893-7810-9fbb-7fe1fe458bf8','01a21cb0-b866-7105-9edd-1c2df8943225',1,'user','complete','01a21cb0-b893-79cc-8b82-282ec883ad1e',NULL,NULL,NULL,NULL,NULL,NULL,1795777673364);
INSERT INTO message VALUES('01a21cb0-b894-7c4d-898d-2f471251d3f4','01a21cb0-b866-7105-9edd-1c2df8943225',2,'assistant','stopped','01a21cb0-b893-79cc-8b82-282ec883ad1e','openai/gpt-4.1',NULL,NULL,854,NULL,NULL,1795777673364);
INSERT INTO message VALUES('01a21cb0-bc5b-74ec-906e-05364d2302d6','01a21cb0-bc44-71e5-a6c1-f295ee577cb6',1,'user','complete','01a21cb0-bc5b-70ee-a77d-b297a55903fe',NULL,NULL,NULL,NULL,NULL,NULL,1795777674331);
INSERT INTO message VALUES('01a21cb0-bc5b-7fdc-a72f-6369dc49adcb','01a21cb0-bc44-71e5-a6c1-f295ee577cb6',2,'assistant','streaming','01a21cb0-bc5b-70ee-a77d-b297a55903fe','openai/gpt-4.1',NULL,NULL,NULL,NULL,NULL,1795777674331);
INSERT INTO result VALUES('01a21cb0-b2de-7900-8329-f6591d3d9c91','01a21cb0-8ddc-748a-aa83-357f0e7a41c0','01a21cb0-a0dc-74c7-9cb8-50c09421421f','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,24,1795777671918);
INSERT INTO result VALUES('01a21cb0-b595-7124-aa05-d3287401f406','01a21cb0-8ddc-748a-aa83-357f0e7a41c0','01a21cb0-b52a-7d82-82e3-606259c90abd','select name, price from products order by id limit 4','[{"name":"name","type":"TEXT"},{"name":"price","type":"REAL"}]','[["Mint Infusion",4.0],["House Blend Beans",4.75],["Dark Roast Beans",5.5],["Decaf Beans",7.25]]','[["Mint Infusion",4.0],["House Blend Beans",4.75],["Dark Roast Beans",5.5],["Decaf Beans",7.25]]',4,0,12,1795777672605);
INSERT INTO result VALUES('01a21cb0-b66e-77cb-bc84-a7c40c6473bc','01a21cb0-8ddc-748a-aa83-357f0e7a41c0','01a21cb0-b604-7086-9c34-1e39441982cd','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,1,1795777672815);
INSERT INTO result VALUES('01a21cb0-b77f-71f3-ba2d-146ddc2fb996','01a21cb0-8ddc-748a-aa83-357f0e7a41c0','01a21cb0-b703-75eb-ac24-e897a4df02f5','select id, name, email from customers order by id limit 3','[{"name":"id","type":"INTEGER"},{"name":"name","type":"TEXT"},{"name":"email","type":"TEXT"}]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]','[[1,"Tess Sato","tess.sato1@example.com"],[2,"Jonas Novak","jonas.novak2@example.com"],[3,"Ben Ullman","ben.ullman3@example.com"]]',3,0,11,1795777673092);
INSERT INTO part VALUES('01a21cb0-a249-7d77-9be2-a20b0df37a05',0,'text','Who are the first customers?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-a250-7ef1-8ab4-625e2d64b38b',0,'text','I look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-a250-7ef1-8ab4-625e2d64b38b',1,'tool',NULL,'call-wi5cu1','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21cb0-b2de-7900-8329-f6591d3d9c91',85);
INSERT INTO part VALUES('01a21cb0-a250-7ef1-8ab4-625e2d64b38b',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-b425-76a7-9884-c740d79f103c',0,'text','And the broken one?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-b425-78ac-b167-f64f0a3a16d1',0,'text','Let me see. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-b425-78ac-b167-f64f0a3a16d1',1,'tool',NULL,'call-33iblk','run_query','{"sql":"select nothing from nowhere"}','failed','error: Near "nothing": syntax error.','Near "nothing": syntax error.',NULL,23);
INSERT INTO part VALUES('01a21cb0-b425-78ac-b167-f64f0a3a16d1',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-b5c9-72d8-a80d-f1074727a015',0,'tool',NULL,'01a21cb0-b5c8-71bc-8282-57f6d3890d6e','run_query','{"sql":"select name, price from products order by id limit 4"}','complete',NULL,NULL,'01a21cb0-b595-7124-aa05-d3287401f406',12);
INSERT INTO part VALUES('01a21cb0-b61f-77eb-b3c0-2970057c296f',0,'text','Who are the first customers?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-b61f-7c8b-b579-3f749a644691',0,'text','I look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-b61f-7c8b-b579-3f749a644691',1,'tool',NULL,'call-tc6096','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21cb0-b66e-77cb-bc84-a7c40c6473bc',3);
INSERT INTO part VALUES('01a21cb0-b61f-7c8b-b579-3f749a644691',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-b72c-7757-a61f-bfa2257fa229',0,'text','Who?',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-b72c-7f35-841d-17c2fa3716d3',0,'text','I look. ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-b72c-7f35-841d-17c2fa3716d3',1,'tool',NULL,'call-krwaad','run_query','{"sql":"select id, name, email from customers order by id limit 3"}','complete',replace('3 rows\nid	name	email\n1	Tess Sato	tess.sato1@example.com\n2	Jonas Novak	jonas.novak2@example.com\n3	Ben Ullman	ben.ullman3@example.com','\n',char(10)),NULL,'01a21cb0-b77f-71f3-ba2d-146ddc2fb996',17);
INSERT INTO part VALUES('01a21cb0-b72c-7f35-841d-17c2fa3716d3',2,'text','There are **three** of them: größer, 日本語, 👍.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-b893-7810-9fbb-7fe1fe458bf8',0,'text','Speak slowly.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-b894-7c4d-898d-2f471251d3f4',0,'text','word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13 word14 word15 word16 word17 word18 word19 word20 word21 word22 word23 word24 word25 word26 word27 word28 word29 word30 word31 word32 word33 word34 word35 word36 word37 word38 word39 word40 ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-bc5b-74ec-906e-05364d2302d6',0,'text','Speak slowly.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO part VALUES('01a21cb0-bc5b-7fdc-a72f-6369dc49adcb',0,'text','word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13 word14 word15 word16 word17 word18 word19 word20 word21 word22 word23 word24 word25 word26 word27 word28 word29 word30 word31 word32 word33 word34 word35 word36 word37 word38 word39 word40 word41 word42 word43 word44 word45 word46 word47 word48 word49 word50 word51 word52 word53 word54 word55 word56 word57 word58 word59 word60 word61 word62 word63 word64 word65 word66 word67 word68 ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO meta VALUES('sample','offered');
