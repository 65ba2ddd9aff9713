-- Drafts begun under an earlier version of their service, and what of their answers no longer fits.
create table dossiers.carried_over (
  dossier      uuid  primary key references dossiers.dossier on delete cascade,
  from_version int   not null,
  to_version   int   not null,
  aside        jsonb not null -- [{question, name: {vi, en}, answer: {vi, en}}]
);
