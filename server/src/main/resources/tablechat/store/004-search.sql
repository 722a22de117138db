-- What session.search looks in: titles, what was said, and SQL. The texts themselves stay where they are (contentless tables);
-- triggers keep the index in step whatever changes them. Trigrams find any three characters in a row, in every script.
create virtual table title_search using fts5 (text, content = '', contentless_delete = 1, tokenize = 'trigram');
create virtual table part_search using fts5 (text, content = '', contentless_delete = 1, tokenize = 'trigram');

create trigger session_title_new after insert on session begin
    insert into title_search (rowid, text) values (new.rowid, new.title);
end;

create trigger session_title_changed after update of title on session begin
    delete from title_search where rowid = old.rowid;
    insert into title_search (rowid, text) values (new.rowid, new.title);
end;

create trigger session_title_gone after delete on session begin
    delete from title_search where rowid = old.rowid;
end;

create view part_said as
    select rowid as part, message_id,
        case when type = 'text' then text when tool = 'run_query' then json_extract(input, '$.sql') end as text
    from part where type = 'text' or tool = 'run_query';

-- A growing answer is written again and again: it is read when it is done.
create trigger part_said_new after insert on part
when (select status from message where id = new.message_id) <> 'streaming' begin
    delete from part_search where rowid = new.rowid;
    insert into part_search (rowid, text) select part, text from part_said where part = new.rowid and text is not null;
end;

create trigger part_said_changed after update of text, input on part
when (select status from message where id = new.message_id) <> 'streaming' begin
    delete from part_search where rowid = new.rowid;
    insert into part_search (rowid, text) select part, text from part_said where part = new.rowid and text is not null;
end;

create trigger message_done after update of status on message when old.status = 'streaming' and new.status <> 'streaming' begin
    insert into part_search (rowid, text)
        select part, text from part_said where message_id = new.id and text is not null;
end;

create trigger part_said_gone after delete on part begin
    delete from part_search where rowid = old.rowid;
end;

insert into title_search (rowid, text) select rowid, title from session;
insert into part_search (rowid, text)
    select part, part_said.text from part_said join message on message.id = message_id
    where status <> 'streaming' and part_said.text is not null;
