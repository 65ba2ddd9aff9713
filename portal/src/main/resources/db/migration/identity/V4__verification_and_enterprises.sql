-- Persons of whom the portal knows who they are, and by what it knows it.
create table identity.verification (
  account_id  uuid        primary key references identity.account (id) on delete cascade,
  how         text        not null check (how in ('REGISTER', 'COUNTER', 'CERTIFICATE')),
  verified_at timestamptz not null
);

-- The last time somebody asked to be compared with the registers. Without an outcome it waits:
-- a job (named by id, so that none of an earlier asking answers for it) goes on asking.
create table identity.verification_request (
  account_id uuid        primary key references identity.account (id) on delete cascade,
  id         uuid        not null,
  asked_at   timestamptz not null,
  tries      int         not null default 0,
  outcome    text,
  settled_at timestamptz,
  check ((outcome is null) = (settled_at is null))
);

-- Who is asked to become a member of an enterprise; with the yes it turns into a mandate.
-- By number and name, whether or not there is an account: that is not for the enterprise to learn.
create table identity.enterprise_invitation (
  id            uuid        primary key,
  enterprise_id uuid        not null references identity.account (id) on delete cascade,
  citizen_id    text        not null,
  name          text        not null,
  powers        text[]      not null check (cardinality(powers) > 0),
  invited_by    uuid        not null,
  invited_at    timestamptz not null,
  ends_at       timestamptz not null,
  unique (enterprise_id, citizen_id)
);
create index enterprise_invitation_by_citizen on identity.enterprise_invitation (citizen_id);
