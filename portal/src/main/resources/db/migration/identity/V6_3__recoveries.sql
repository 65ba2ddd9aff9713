-- Requests to get an account back without its old phone. One is written whether the account exists or not, so that
-- nobody learns it from the answer; what was typed lies sealed, of the links only the hashes.
create table identity.recovery (
  id           uuid        primary key,
  reference    text        not null unique,
  account_id   uuid,
  way          text        not null check (way in ('COUNTER', 'HOTLINE')),
  state        text        not null check (state in ('WAITING', 'APPROVED', 'REFUSED', 'STOPPED', 'FINISHED')),
  typed_number bytea       not null,
  typed_name   bytea       not null,
  phone        bytea       not null,
  language     text        not null check (language in ('VIETNAMESE', 'ENGLISH')),
  asked_at     timestamptz not null,
  tries        int         not null default 0,
  officer      uuid,
  agency       text,
  decided_at   timestamptz,
  ready_at     timestamptz,
  link_hash    bytea       unique,
  stop_hash    bytea       unique,
  forget_after timestamptz not null
);
create index recovery_by_agency on identity.recovery (agency, id);
create index recovery_by_end on identity.recovery (forget_after);
