-- "TBLC": tells our files from those of other programs, see Migrations.APPLICATION_ID.
pragma application_id = 1413631043;

create table connection (
    id         text primary key,
    name       text not null unique,
    kind       text not null,
    url        text not null,
    user       text,
    secret     text,
    created_at integer not null,
    used_at    integer not null default 0
) strict;

create table session (
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

create index session_listed on session (connection_id, archived, pinned, active_at, id) where deleted_at is null;
create index session_deleted on session (connection_id, pinned, active_at, id) where deleted_at is not null;
create index session_purged on session (deleted_at) where deleted_at is not null;

-- Positions of a session's messages are 1, 2, 3 … without holes, so the largest is their number.
create table message (
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

-- At most one answer is being written in a session.
create unique index message_streaming on message (session_id) where status = 'streaming';

-- `rows` are those kept of the query, `preview` the first of them as an event shows them; both JSON arrays of arrays.
create table result (
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

create index result_of_session on result (session_id);
create index result_of_connection on result (connection_id);
create index result_of_no_session on result (created_at) where session_id is null;

create table part (
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

create index part_of_result on part (result_id) where result_id is not null;
create index part_running on part (message_id) where type = 'tool' and call_status is null;
