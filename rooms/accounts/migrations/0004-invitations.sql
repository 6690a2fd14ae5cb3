-- Somebody who is asked by letter to work in a shop. Of the secret in the letter only the hash is kept; null until the letter is written.
create table accounts.invitations (
  invitation text primary key, shop text not null references accounts.shops, email text not null, role text not null check (role in ('owner', 'staff')),
  invited_by text not null, token_hash text unique, asked timestamptz not null, expires timestamptz not null
);
create unique index invitations_email on accounts.invitations (shop, email);
create index on accounts.invitations (expires);
