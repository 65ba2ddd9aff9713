-- Every number or name under which an account is found: a citizen keeps the nine digits of his old card beside
-- the twelve of the new one. A phone is the name of the account that was first to show that it is its own.
create table identity.account_name (
  name       text        not null,
  kind       text        not null check (kind in
               ('CITIZEN_ID', 'SOCIAL_INSURANCE_NUMBER', 'TAX_CODE', 'SIGN_IN_NAME', 'PHONE')),
  account_id uuid        not null,
  since      timestamptz not null,
  primary key (name, kind)
);
create index account_name_by_account on identity.account_name (account_id);

insert into identity.account_name (name, kind, account_id, since)
  select citizen_id, 'CITIZEN_ID', id, created_at from identity.account where citizen_id is not null
  union all
  select social_insurance_number, 'SOCIAL_INSURANCE_NUMBER', id, created_at from identity.account
   where social_insurance_number is not null
  union all
  select tax_code, 'TAX_CODE', id, created_at from identity.account where tax_code is not null
  union all
  select sign_in_name, 'SIGN_IN_NAME', id, created_at from identity.account where sign_in_name is not null;
insert into identity.account_name (name, kind, account_id, since)
  select phone, 'PHONE', id, created_at from identity.account order by created_at, id
  on conflict do nothing;

-- An account may have no number but its phone; a child's, and one made at a counter, no password.
alter table identity.account drop constraint account_check;
alter table identity.account alter column password_hash drop not null;
alter table identity.account add column state text not null default 'OPEN'
  check (state in ('OPEN', 'SUSPENDED', 'CLOSING', 'CLOSED'));

-- What somebody at one browser has shown so far on the way to a session. The browser holds a random token, of
-- which only the hash lies here. A finished row stays for a moment, so that a second click gets the first one's
-- answer.
create table identity.attempt (
  token_hash   bytea       primary key,
  account_id   uuid,
  registration bytea,
  factors      text[]      not null,
  wanted       text        not null check (wanted in ('LOA1', 'LOA2', 'LOA3')),
  trusting     boolean     not null default false,
  finished_at  timestamptz,
  session_id   text,
  destination  text,
  forget_after timestamptz not null,
  check (num_nonnulls(account_id, registration) > 0)
);
create index attempt_by_end on identity.attempt (forget_after);

-- One-time codes, one for each purpose and subject: the code and what it is for only as keyed hashes, the
-- phone or mailbox sealed.
drop table identity.pending_code;
create table identity.one_time_code (
  key          bytea       primary key,
  recipient    bytea       not null,
  code_hash    bytea       not null,
  sent_at      timestamptz not null,
  tries        int         not null default 0,
  resends      int         not null default 0,
  used_at      timestamptz,
  forget_after timestamptz not null
);
create index one_time_code_by_end on identity.one_time_code (forget_after);

-- Browsers from which an account was signed in to. One that its owner calls his own asks for no second factor
-- until that day.
create table identity.known_browser (
  account_id    uuid        not null,
  browser_hash  bytea       not null,
  kind          text        not null,
  first_seen    timestamptz not null,
  last_seen     timestamptz not null,
  trusted_until timestamptz,
  primary key (account_id, browser_hash)
);
