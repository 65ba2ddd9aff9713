-- When the agency has to answer first, what it promised when it was late, the status that a
-- request for withdrawal broke off, and how the result is wanted.
alter table dossiers.dossier
  add column answer_by   timestamptz,
  add column promised_at timestamptz,
  add column interrupted smallint,
  add column delivery    text;

update dossiers.dossier set answer_by = due_at, delivery = 'ONLINE' where status > 0;
alter table dossiers.dossier add constraint submitted_wholly
  check (status = 0 or (answer_by is not null and delivery is not null));

create index dossier_to_answer on dossiers.dossier (answer_by) where status = 1;
create index dossier_to_finish on dossiers.dossier (due_at) where status in (1, 2, 4);

-- An agency's own system may act, too, whose officers have no account here.
alter table dossiers.addition_request alter column asked_by drop not null;
alter table dossiers.charge
  add column demanded jsonb not null default '[]', -- what an officer asked for besides
  drop constraint charge_check1,
  add check ((settled_at is null) = (settled_by_name is null));

-- Form 04, once for a dossier.
create table dossiers.apology (
  dossier      uuid        primary key references dossiers.dossier,
  made_at      timestamptz not null,
  made_by_name text, -- the officer; null: the portal, when the term had run out without a word
  reason       text        not null,
  due_at       timestamptz not null, -- as it was
  promised_at  timestamptz not null
);
