-- A file that arrives in parts, at any node.
create table documents.upload (
  id         uuid        primary key,
  -- The account of the one who sends it.
  owner      uuid        not null,
  -- What it is for, as the module that asked for it names that.
  subject    text        not null,
  name       text        not null,
  size       bigint      not null,
  -- Of the whole, as the sender reckons it, to know the file again and to find two files mixed up.
  sha256     char(64),
  received   bigint      not null,
  expires_at timestamptz not null,
  -- What was made of it: the last step may come twice.
  document   uuid
);
create index upload_by_subject on documents.upload (owner, subject);
create index upload_by_end on documents.upload (expires_at);

-- Known before it is in the store, so that none is forgotten there.
create table documents.upload_part (
  place     text        primary key,
  upload    uuid        not null references documents.upload (id),
  begins_at bigint      not null,
  size      bigint      not null,
  key_id    int         not null references documents.store_key (id),
  kept      boolean     not null,
  begun_at  timestamptz not null
);
create index upload_part_by_upload on documents.upload_part (upload, begins_at);
