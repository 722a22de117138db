-- What of a result a model may see, and how long a query may take.
alter table connection add column privacy text not null default 'rows' check (privacy in ('rows', 'aggregates', 'schema'));
alter table connection add column timeout_seconds integer not null default 30 check (timeout_seconds between 1 and 600);

-- What it was added as, to tell whether it is added again.
alter table connection add column added_as text;

-- A removed one is there until all its sessions are gone: they may be too many to delete at once.
alter table connection add column removed_at integer;

-- What the writer of an answer could see, if less than rows; an answer may repeat what it saw.
alter table message add column privacy text check (privacy in ('aggregates', 'schema'));

-- How many rows of its outcome the model was given; null where none are the outcome.
alter table part add column model_rows integer;
