-- What an applicant owes for a dossier, as its answers said when it was handed in, and how it was
-- settled at the agency's counter.
create table dossiers.charge (
  dossier         uuid        primary key references dossiers.dossier,
  lines           jsonb       not null, -- what for, in both languages, and how much
  total           bigint      not null check (total > 0), -- dong
  settled_at      timestamptz,
  settled_by      uuid,
  settled_by_name text,
  receipt         text, -- its number
  check ((settled_at is null) = (receipt is null)),
  check ((settled_at is null) = (settled_by is null))
);
