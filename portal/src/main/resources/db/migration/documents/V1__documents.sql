create schema documents;

-- One row for each file as somebody named it; equal contents share one file on the disk.
create table documents.stored_document (
  id         uuid        primary key,
  sha256     char(64)    not null,
  size       bigint      not null,
  media_type text        not null,
  name       text        not null,
  created_at timestamptz not null
);

-- The demo authority's keys, sealed: the root (agency is null) and one at a time for each agency.
create table documents.signing_key (
  id          uuid        primary key,
  agency      text,
  sealed_key  bytea       not null,
  certificate bytea       not null,
  valid_until timestamptz not null,
  created_at  timestamptz not null
);
create unique index signing_key_root on documents.signing_key ((true)) where agency is null;
create index signing_key_by_agency on documents.signing_key (agency, valid_until desc);

-- Everything that was issued under a verification code.
create table documents.certificate (
  code          char(16)    primary key,
  subject       text        not null unique,
  number        text        not null,
  title         jsonb       not null,
  issuer        text        not null,
  issuer_name   text        not null,
  signer_name   text        not null,
  signer_title  text        not null,
  facts         jsonb       not null,
  valid_from    date        not null,
  valid_until   date,
  document      uuid        not null references documents.stored_document (id),
  sha256        char(64)    not null unique,
  issued_at     timestamptz not null,
  revoked_at    timestamptz,
  revoked_because text,
  check ((revoked_at is null) = (revoked_because is null))
);
