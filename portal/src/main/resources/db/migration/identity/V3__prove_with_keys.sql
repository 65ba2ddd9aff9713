-- Random values that a browser has been given to be signed, each good for one answer from that browser alone.
create table identity.challenge (
  value      bytea       primary key,
  browser    bytea       not null,
  purpose    text        not null,
  account_id uuid,
  expires_at timestamptz not null
);
create index challenge_by_browser on identity.challenge (browser, purpose, expires_at);
create index challenge_by_end on identity.challenge (expires_at);

-- Passkeys: the public half of a key that lies in a person's phone, computer or security key.
create table identity.passkey (
  id              uuid        primary key,
  account_id      uuid        not null references identity.account on delete cascade,
  credential_id   bytea       not null unique,
  credential      bytea       not null,
  name            text        not null,
  sign_count      bigint      not null,
  uv_initialized  boolean     not null,
  backup_eligible boolean     not null,
  backed_up       boolean     not null,
  transports      text[]      not null,
  added_at        timestamptz not null,
  last_used_at    timestamptz
);
create index passkey_by_account on identity.passkey (account_id, added_at, id);

-- The secret shared with a person's authenticator app. No time step serves twice: the last one used is kept.
create table identity.authenticator (
  account_id    uuid        primary key references identity.account on delete cascade,
  sealed_secret bytea       not null,
  last_step     bigint      not null,
  failures      int         not null default 0,
  paused_until  timestamptz,
  added_at      timestamptz not null,
  last_used_at  timestamptz
);

-- A secret that is shown but not yet confirmed by a code of the app.
create table identity.authenticator_enrolment (
  account_id    uuid        primary key references identity.account on delete cascade,
  sealed_secret bytea       not null,
  expires_at    timestamptz not null
);
create index authenticator_enrolment_by_end on identity.authenticator_enrolment (expires_at);

-- Codes on paper for the day the phone is lost, by their keyed hash; each is removed when it is used.
create table identity.recovery_code (
  account_id uuid  not null references identity.account on delete cascade,
  code_hash  bytea not null,
  primary key (account_id, code_hash)
);

-- Certificates with which a person has signed. One that its holder has taken off the account stays known,
-- so that it opens the account no more until it is added again.
create table identity.certificate (
  id           uuid        primary key,
  account_id   uuid        not null references identity.account on delete cascade,
  fingerprint  bytea       not null unique,
  subject      text        not null,
  issuer       text        not null,
  serial       text        not null,
  not_after    timestamptz not null,
  added_at     timestamptz not null,
  last_used_at timestamptz,
  removed_at   timestamptz
);
create index certificate_by_account on identity.certificate (account_id, added_at, id) where removed_at is null;
