-- A turn is looked for by its id, so that it begins once.
create index message_of_turn on message (turn) where turn is not null;
