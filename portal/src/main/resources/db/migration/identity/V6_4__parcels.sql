-- All that is held of a person, packed on his demand and kept for a week, in sealed pieces.
create table identity.parcel (
  id         uuid        primary key,
  account_id uuid        not null,
  language   text        not null check (language in ('VIETNAMESE', 'ENGLISH')),
  asked_at   timestamptz not null,
  done       int         not null,
  holders    int         not null,
  ready_at   timestamptz,
  kept_until timestamptz not null,
  bytes      bigint,
  failed     boolean     not null
);
create index parcel_by_account on identity.parcel (account_id, id);
create index parcel_by_end on identity.parcel (kept_until);

create table identity.parcel_piece (
  parcel_id uuid  not null references identity.parcel (id) on delete cascade,
  number    int   not null,
  sealed    bytea not null,
  primary key (parcel_id, number)
);
