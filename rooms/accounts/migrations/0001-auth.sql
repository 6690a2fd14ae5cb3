-- better-auth's tables (its core schema, version 1.7), in a schema of their own. Only this room's auth.ts touches them.
-- "user".id is our person id. The session table stays empty: our signed token is the one session.
create schema auth;
create table auth."user" (
  id text primary key, name text not null, email text not null unique, "emailVerified" boolean not null, image text,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create table auth.session (
  id text primary key, "expiresAt" timestamptz not null, token text not null unique, "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(), "ipAddress" text, "userAgent" text, "userId" text not null references auth."user" on delete cascade
);
create index on auth.session ("userId");
create table auth.account (
  id text primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references auth."user" on delete cascade,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, scope text,
  password text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index on auth.account ("userId");
create table auth.verification (
  id text primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index on auth.verification (identifier);
create index on auth.verification (value);
