-- For so many days after a purchase the shop gives back the difference when its public price falls; 0: no promise.
alter table accounts.shops add protection_days int not null default 0 check (protection_days between 0 and 60);
