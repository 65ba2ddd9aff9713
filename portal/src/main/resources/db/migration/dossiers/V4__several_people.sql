-- Who else may fill in an application, which parts of it, and until when.
create table dossiers.participation (
  id          uuid        primary key,
  dossier     uuid        not null references dossiers.dossier on delete cascade,
  guard       bytea       not null, -- keyed hash of the number of the one who is invited
  number_end  text        not null, -- by which the owner knows it again
  name        text        not null, -- as the owner typed it; once accepted, as the account bears it
  parts       jsonb, -- pages of the form, and "*papers"; null: all
  sees_all    boolean     not null,
  invited_by  uuid        not null,
  invited_at  timestamptz not null,
  until       timestamptz not null,
  account     uuid, -- who has accepted
  accepted_at timestamptz,
  ended_at    timestamptz,
  ending      text, -- DECLINED, LEFT, WITHDRAWN, SUBMITTED, FORGOTTEN
  check ((account is null) = (accepted_at is null)),
  check ((ended_at is null) = (ending is null))
);
create index participation_of_dossier on dossiers.participation (dossier, id);
create index participation_of_account on dossiers.participation (account, id) where account is not null;
create index participation_waiting on dossiers.participation (guard, id) where account is null and ended_at is null;

-- What they have filled in: the first and the last time of each part.
create table dossiers.contribution (
  participation uuid        not null references dossiers.participation on delete cascade,
  part          text        not null,
  first_at      timestamptz not null,
  last_at       timestamptz not null,
  noted_at      timestamptz not null, -- when the audit trail was last told of it
  primary key (participation, part)
);

-- Who is asked to sign an application besides its applicant, and has.
create table dossiers.signing (
  id         uuid        primary key,
  dossier    uuid        not null references dossiers.dossier on delete cascade,
  signer     text        not null, -- which of the signers the service names
  guard      bytea       not null, -- keyed hash of the signer's number
  number_end text        not null,
  name       text, -- as the application names him
  content    bytea       not null, -- SHA-256 of answers and papers as they were when he was asked
  asked_at   timestamptz not null,
  account    uuid,
  signed_as  text, -- his name as the account bears it
  signed_at  timestamptz,
  void_at    timestamptz, -- answers or papers have changed since
  check ((account is null) = (signed_at is null) and (account is null) = (signed_as is null))
);
create unique index one_standing_signing on dossiers.signing (dossier, signer) where void_at is null;
create index signing_of_dossier on dossiers.signing (dossier, id);
create index signing_waiting on dossiers.signing (guard, id) where signed_at is null and void_at is null;
create index signing_of_account on dossiers.signing (account, id) where account is not null;
