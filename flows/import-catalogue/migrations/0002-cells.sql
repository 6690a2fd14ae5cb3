-- Of a refusal about one cell: the header of its column. Products with components are imported after all others.
alter table imports.items add column column_at text, add column late boolean not null default false;
