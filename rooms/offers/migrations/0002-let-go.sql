-- What a claim had taken when it was let go: money that comes late takes the same again, or goes back. [{offer, variant, pieces, amount}]
alter table offers.claims add column let_go jsonb;
