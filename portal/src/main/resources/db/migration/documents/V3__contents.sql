-- What seals contents and names them in the store; itself sealed under the master key. The newest
-- is in use; the others open what they have sealed.
create table documents.store_key (
  id         int         primary key generated always as identity,
  sealed_key bytea       not null,
  created_at timestamptz not null
);

-- Every content in the store, whichever documents have it.
create table documents.content (
  sha256 char(64) primary key,
  -- Its name in the store.
  place  text     not null,
  -- None: it lies there in clear, as all did before contents were sealed.
  key_id int      references documents.store_key (id),
  -- Not yet: somebody is about to write it, or died doing so.
  kept   boolean  not null
);
create index content_in_clear on documents.content (sha256) where key_id is null;

insert into documents.content (sha256, place, kept)
select distinct sha256, sha256, true from documents.stored_document;

-- Who will make a document of a content soon. One that is past goes, and its content with it, unless
-- something else has it.
create table documents.hold (
  id         uuid        primary key,
  sha256     char(64)    not null,
  held_until timestamptz not null
);
create index hold_by_content on documents.hold (sha256);
create index hold_by_end on documents.hold (held_until);
