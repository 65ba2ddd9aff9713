-- A result that was faulty, and what it should have said. The faulty one holds until the right one is
-- made; each is corrected once, and the right one may be corrected again.
create table dossiers.correction (
  id          uuid        primary key,
  dossier     uuid        not null references dossiers.dossier,
  former      text        not null, -- the faulty one's verification code
  number      text        not null, -- of the right one
  answers     jsonb       not null, -- as they should have been
  reason      text        not null,
  ordered_at  timestamptz not null,
  leader      text        not null, -- who signs the right one
  ordered_by  text        not null, -- as the audit trail names him
  made_at     timestamptz,
  unique (dossier, former)
);

-- A result that no longer holds, and nothing instead.
create table dossiers.revocation (
  dossier    uuid        primary key references dossiers.dossier,
  code       text        not null, -- its verification code
  revoked_at timestamptz not null,
  ground     text        not null, -- that everybody may read, as is the law
  law        text        not null,
  reason     text        not null, -- for the applicant
  leader     text        not null,
  revoked_by text        not null  -- as the audit trail names him
);

-- Where a result is to be sent that goes by post.
create table dossiers.postal_address (
  dossier   uuid  primary key references dossiers.dossier,
  recipient text  not null,
  phone     text  not null,
  unit      text  not null, -- the commune's code
  place     text  not null  -- house and street, commune and province in words
);

-- What was given to the post. What came back may be sent again.
create table dossiers.consignment (
  id        uuid        primary key,
  dossier   uuid        not null references dossiers.dossier,
  number    smallint    not null, -- 1 is the first of the dossier
  given_at  timestamptz not null,
  given_by  text        not null, -- the officer's name
  state     text        not null, -- GIVEN, ON_THE_WAY, DELIVERED or CAME_BACK
  tracking  text, -- the operator's number; none until it has answered
  follow_at text, -- the operator's page for it
  steps     jsonb       not null, -- where it was, as the operator tells it
  unique (dossier, number)
);
