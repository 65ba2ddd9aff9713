-- The electronic store of a person or an enterprise: papers that they keep, and what agencies have
-- issued to them. Each has a document of its own, so it goes without taking it out of a dossier.
create table dossiers.kept_paper (
  id                uuid        primary key,
  owner             uuid        not null,
  document          uuid        not null,
  sha256            char(64)    not null,
  name              text        not null,
  kind              text        not null,
  media_type        text        not null,
  size              bigint      not null,
  source            text        not null, -- UPLOADED, FILED with a dossier, or ISSUED
  dossier           uuid, -- that it was filed with or is the result of; a draft may be gone
  issuer            text,
  verification_code text,
  valid_until       date,
  added_at          timestamptz not null,
  check ((source = 'ISSUED') = (verification_code is not null and issuer is not null))
);
create index kept_paper_of_owner on dossiers.kept_paper (owner, id);
-- The same content is kept once, however often it is sent.
create unique index kept_paper_once on dossiers.kept_paper (owner, sha256);

-- Who looked at a paper or took it, once an hour.
create table dossiers.paper_look (
  id          uuid        primary key,
  paper       uuid        not null references dossiers.kept_paper on delete cascade,
  act         text        not null,
  viewer      uuid        not null,
  viewer_name text        not null,
  agency      text, -- where an officer sits, or to which a paper goes
  dossier     uuid,
  at          timestamptz not null,
  hour        timestamptz not null,
  unique nulls not distinct (paper, viewer, act, dossier, hour)
);
create index paper_look_of_paper on dossiers.paper_look (paper, id);

-- Files of dossiers that came out of somebody's store, as it stood then.
create table dossiers.taken_paper (
  dossier           uuid        not null,
  document          uuid        not null,
  paper             uuid        not null, -- which may be gone
  owner             uuid        not null,
  source            text        not null,
  issuer            text,
  verification_code text,
  valid_until       date,
  taken_at          timestamptz not null,
  primary key (dossier, document),
  foreign key (dossier, document) references dossiers.attachment on delete cascade
);

-- Drafts that began as a copy of a dossier that has ended.
create table dossiers.copied_dossier (
  draft    uuid  primary key references dossiers.dossier on delete cascade,
  former   uuid  not null,
  left_out jsonb not null -- names of files that did not come along
);
create index copied_dossier_of_former on dossiers.copied_dossier (former);

-- Results that were returned before there was a store, and still have to be put into it.
create table dossiers.result_to_keep (
  dossier uuid primary key
);
insert into dossiers.result_to_keep (dossier)
select id from dossiers.dossier where result_document is not null;
