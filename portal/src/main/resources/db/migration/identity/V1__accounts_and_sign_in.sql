create schema identity;

-- Citizens, enterprises and officers. Each is found by one of four names; the same number never has two accounts.
create table identity.account (
  id                      uuid        primary key,
  kind                    text        not null check (kind in ('CITIZEN', 'ENTERPRISE', 'OFFICER')),
  name                    text        not null,
  citizen_id              text        unique,
  social_insurance_number text        unique,
  tax_code                text        unique,
  sign_in_name            text        unique,
  date_of_birth           date,
  gender                  text        check (gender in ('MALE', 'FEMALE')),
  phone                   text        not null,
  email                   text,
  commune                 text,
  street                  text,
  language                text        not null check (language in ('VIETNAMESE', 'ENGLISH')),
  password_hash           text        not null,
  created_at              timestamptz not null,
  check (num_nonnulls(citizen_id, social_insurance_number, tax_code, sign_in_name) > 0)
);

-- One-time codes sent and not yet confirmed. The browser holds a random token, of which only the hash lies here;
-- so does the code's keyed hash. A confirmed row stays for a moment, so that a second click gets the first one's answer.
create table identity.pending_code (
  token_hash   bytea       primary key,
  account_id   uuid,
  registration bytea,
  phone        bytea       not null,
  code_hash    bytea       not null,
  sent_at      timestamptz not null,
  tries        int         not null default 0,
  resends      int         not null default 0,
  confirmed_at timestamptz,
  session_id   text,
  destination  text,
  forget_after timestamptz not null,
  check (num_nonnulls(account_id, registration) > 0 or confirmed_at is not null)
);
create index pending_code_by_end on identity.pending_code (forget_after);

-- Wrong passwords by account and address together, both only as a keyed hash: a stranger elsewhere locks nobody out.
create table identity.failed_sign_in (
  guard        bytea       primary key,
  failures     int         not null,
  forget_after timestamptz not null
);
create index failed_sign_in_by_end on identity.failed_sign_in (forget_after);

-- Keys that sign tokens: the public half as it is published, the private half sealed.
create table identity.signing_key (
  id         text        primary key,
  sealed_jwk bytea       not null,
  created_at timestamptz not null
);

-- Machines that fetch tokens, each for one agency.
create table identity.client (
  id          text        primary key,
  name        text        not null,
  secret_hash text        not null,
  agency      text        not null,
  scopes      text[]      not null,
  created_at  timestamptz not null
);

-- Tokens handed out and still alive, by the hash of their value: for introspection and revocation.
create table identity.issued_token (
  id           text        primary key,
  client_id    text        not null,
  scopes       text[]      not null,
  token_hash   bytea       not null unique,
  claims       jsonb       not null,
  issued_at    timestamptz not null,
  expires_at   timestamptz not null,
  revoked      boolean     not null
);
create index issued_token_by_end on identity.issued_token (expires_at);
