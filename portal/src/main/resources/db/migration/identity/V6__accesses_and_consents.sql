-- Who looked at whose data: one row for each viewer, thing and hour.
-- Texts are keys of messages with one argument, so that the page reads in either language.
create table identity.data_access (
  id         uuid        primary key,
  account_id uuid        not null,
  viewer     text        not null,
  agency     text        not null,
  object     text        not null,
  what_key   text        not null,
  what_name  text        not null,
  why_key    text        not null,
  at         timestamptz not null,
  hour       timestamptz not null
);
create unique index data_access_once_an_hour on identity.data_access (object, viewer, hour);
create index data_access_by_account on identity.data_access (account_id, id);

-- What people have agreed to give to an agency or to another system.
create table identity.consent (
  id           uuid        primary key,
  account_id   uuid        not null,
  object       text        not null,
  recipient    text        not null,
  what_key     text        not null,
  why_key      text        not null,
  name         text        not null,
  withdrawable boolean     not null,
  given_at     timestamptz not null,
  withdrawn_at timestamptz
);
create unique index consent_standing on identity.consent (account_id, object, recipient, what_key)
  where withdrawn_at is null;
create index consent_by_account on identity.consent (account_id, id);
