-- Dossiers that are filled in and handed in together, and what they have in common until then.
create table dossiers.bundle (
  id           uuid        primary key,
  applicant    uuid        not null,
  package      text        not null,
  answers      jsonb       not null, -- empty once it is handed in
  begun_at     timestamptz not null,
  changed_at   timestamptz not null,
  submitted_at timestamptz
);
create index bundle_in_hand on dossiers.bundle (applicant, package, id) where submitted_at is null;

create table dossiers.bundle_part (
  dossier   uuid  primary key references dossiers.dossier on delete cascade,
  bundle    uuid  not null references dossiers.bundle on delete cascade,
  place     int   not null,
  service   text  not null,
  state     text  not null, -- FILLED_IN, WAITS, HANDED_IN or LET_GO
  reason    text, -- why it was let go
  waits_for uuid, -- another part, whose result it needs
  paper     text, -- as which of its papers it gets that result
  awaited   jsonb not null, -- {question: where its answer comes from then}
  check ((reason is not null) = (state = 'LET_GO')),
  check (state <> 'WAITS' or waits_for is not null)
);
create index part_of_bundle on dossiers.bundle_part (bundle, place);
create index part_waiting on dossiers.bundle_part (waits_for) where state = 'WAITS';

-- Files that several parts want, and that were sent for one of them.
create table dossiers.bundle_copy (
  dossier  uuid not null,
  document uuid not null,
  original uuid not null,
  primary key (dossier, document),
  foreign key (dossier, document) references dossiers.attachment on delete cascade
);

-- Whether a draft stands alone, is filled in together with others, or is held until one of them has
-- its result.
alter table dossiers.dossier
  add column binding text not null default 'ALONE',
  add constraint only_drafts_are_bound check (binding = 'ALONE' or status = 0);
