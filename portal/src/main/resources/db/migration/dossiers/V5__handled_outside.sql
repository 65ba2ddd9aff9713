-- Dossiers that somebody outside of government handles in a system of his own.
create table dossiers.outside (
  dossier    uuid        primary key references dossiers.dossier,
  body       text        not null, -- who: ELECTRICITY_COMPANY
  their_code text        not null, -- by which he knows it, and the applicant may follow it there
  follow_at  text        not null, -- the address of his page for followers
  taken_at   timestamptz not null
);

-- How far it is there, in his words and in the order he told it; each stage is reached once.
create table dossiers.outside_step (
  number  bigint      generated always as identity,
  dossier uuid        not null references dossiers.outside,
  stage   text        not null,
  at      timestamptz not null,
  vi      text        not null,
  en      text        not null,
  note    text,
  primary key (dossier, stage)
);
