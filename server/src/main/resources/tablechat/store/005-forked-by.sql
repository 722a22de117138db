-- What a copy was made for: to go on elsewhere, or to keep what an edit or a retry took out of its session. Null in those made before.
alter table session add column forked_by text check (forked_by in ('fork', 'edit', 'retry'));
