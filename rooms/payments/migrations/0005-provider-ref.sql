-- An event may name a charge by the provider's id only.
create index payments_provider_ref on payments.payments (provider_ref) where provider_ref is not null;
