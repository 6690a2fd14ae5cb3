-- Items that wait, in the order in which they are imported: each batch reads the next ones only.
create index items_waiting on imports.items (run, late, n) where not done;
