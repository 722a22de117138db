-- A turn that is begun again is looked for by its id.
create index message_of_turn on message (turn) where turn is not null;
