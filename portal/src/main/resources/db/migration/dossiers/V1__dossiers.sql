create schema dossiers;

create table dossiers.dossier (
  id                uuid        primary key,
  code              text        unique,
  applicant         uuid        not null,
  applicant_name    text        not null,
  phone             text        not null,
  service           text        not null,
  service_version   int         not null,
  procedure_code    text        not null,
  answers           jsonb       not null,
  status            smallint    not null check (status between 0 and 10), -- 0 draft, else the national number
  agency            text,
  -- The agency of the first level (a ministry or province) under which the deciding one stands.
  agency_root       text        generated always as (split_part(agency, '.', 4)) stored,
  step              int         not null default 0,
  handler           uuid,
  submitted_at      timestamptz,
  accepted_at       timestamptz,
  due_at            timestamptz,
  stopped_at        timestamptz,
  finished_at       timestamptz,
  returned_at       timestamptz,
  result_document   uuid,
  verification_code text,
  reason            text,
  changed_at        timestamptz not null,
  check (status = 0 or (code is not null and agency is not null and submitted_at is not null and due_at is not null))
);
create index dossier_of_applicant on dossiers.dossier (applicant, id);
-- The desk's queue: what an agency still has to do, the most urgent first.
create index dossier_in_queue on dossiers.dossier (agency, due_at, id) where status in (1, 2, 4, 5, 6, 7);
create index dossier_closed on dossiers.dossier (agency, id) where status in (3, 8, 9, 10);
create index dossier_under_root on dossiers.dossier (agency_root, id) where status > 0;

create table dossiers.attachment (
  dossier  uuid        not null references dossiers.dossier,
  document uuid        not null,
  paper    text        not null, -- which of the papers the service asks for
  name     text        not null,
  size     bigint      not null,
  added_at timestamptz not null,
  primary key (dossier, document)
);

-- Everything that happened, as the applicant and the control sheet (form 05) show it.
create table dossiers.entry (
  id         uuid        primary key,
  dossier    uuid        not null references dossiers.dossier,
  at         timestamptz not null,
  event      text        not null,
  status     smallint    not null,
  step       int         not null,
  actor      text        not null, -- 'applicant', 'portal', or the officer's account
  actor_name text        not null,
  note       text
);
create index entry_of_dossier on dossiers.entry (dossier, id);

create table dossiers.addition_request (
  id          uuid        primary key,
  dossier     uuid        not null references dossiers.dossier,
  asked_at    timestamptz not null,
  asked_by    uuid        not null,
  points      jsonb       not null, -- all reasons together, each at its question or paper
  answered_at timestamptz
);
create index addition_request_of_dossier on dossiers.addition_request (dossier, id);
create unique index one_open_addition_request on dossiers.addition_request (dossier) where answered_at is null;

-- The last serial given by an agency on a day; the row is locked only by submissions to that agency.
create table dossiers.serial (
  agency text not null,
  day    date not null,
  last   int  not null,
  primary key (agency, day)
);

-- The last number in an agency's register of what it issued by a service in a year.
create table dossiers.register (
  agency  text not null,
  service text not null,
  year    int  not null,
  last    int  not null,
  primary key (agency, service, year)
);
