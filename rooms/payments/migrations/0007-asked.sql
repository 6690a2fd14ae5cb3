-- The poll asks about payments that wait for their payer too.
drop index payments.payments_waiting;
create index payments_waiting on payments.payments (asked) where state in ('started', 'needs_action', 'pending');
