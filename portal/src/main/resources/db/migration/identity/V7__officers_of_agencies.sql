-- Which agency keeps an officer's account: its administrators, and those above it, answer for it. Where the
-- officer works is told by his posts.
create table identity.officer (
  account_id   uuid        primary key references identity.account (id) on delete cascade,
  agency       text        not null,
  -- Given name first, as lists in Vietnam are ordered, without diacritics; then the sign-in name.
  name_key     text        not null,
  -- When he first set a password with what was sent to his phone: from then on that phone is his own.
  entered_at   timestamptz,
  suspended_at timestamptz,
  reason       text        check (reason in ('LEFT_SERVICE', 'ON_LEAVE', 'SECURITY')),
  check ((suspended_at is null) = (reason is null))
);
create index officer_by_agency on identity.officer (agency, name_key, account_id);

-- Accounts of officers whom nobody keeps yet are looked for at start.
create index account_of_officers on identity.account (id) where kind = 'OFFICER';

-- What lets an officer set a password, sent to his phone: of the token only the hash, at most one for each.
create table identity.first_sign_in (
  account_id   uuid        primary key references identity.account (id) on delete cascade,
  token_hash   bytea       not null unique,
  sent_at      timestamptz not null,
  used_at      timestamptz,
  forget_after timestamptz not null
);
create index first_sign_in_by_end on identity.first_sign_in (forget_after);
