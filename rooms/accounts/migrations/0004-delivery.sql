-- Ways to send besides the standard delivery at home: countries, fee, days and how it crosses the border.
alter table accounts.shops add delivery jsonb not null default '[]';
