-- With which program a dossier was begun, and who had signed in there: that program is told of it.
create table dossiers.begun_by_program (
  dossier uuid primary key references dossiers.dossier on delete cascade,
  client  text not null,
  person  uuid not null
);

-- Where programs want to be told what happens with dossiers.
create table dossiers.webhook (
  id            uuid        primary key,
  client        text        not null,
  concerns      text        not null check (concerns in ('FILED', 'AGENCY')),
  agency        text        not null, -- the client's
  address       text        not null,
  events        text[]      not null, -- none: all
  secret        bytea       not null, -- sealed, as the former one
  former_secret bytea,
  former_until  timestamptz,
  created_at    timestamptz not null,
  -- While calls fail: how many did, since when, and until when nothing is sent.
  failures      int         not null default 0,
  failing_since timestamptz,
  paused_until  timestamptz,
  disabled_at   timestamptz,
  disabled_why  text check (disabled_why in ('GONE', 'FAILING')),
  unique (client, concerns, address)
);

-- One thing that happened, for one of them.
create table dossiers.webhook_message (
  id          uuid        primary key,
  webhook     uuid        not null references dossiers.webhook on delete cascade,
  dossier     uuid, -- none: a test
  code        text,
  event       text        not null,
  body        text        not null,
  at          timestamptz not null,
  -- WAITING, DELIVERED, GIVEN_UP; MISSED: the webhook was disabled
  state       text        not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP', 'MISSED')),
  tries       int         not null default 0,
  due_at      timestamptz not null,
  give_up_at  timestamptz not null,
  -- Some node is sending it; should that one die, another may afterwards.
  taken_until timestamptz,
  -- The last answer, and its beginning; or why there was none.
  answered_at timestamptz,
  answer      int,
  excerpt     text
) with (fillfactor = 80);
create index webhook_message_listed on dossiers.webhook_message (webhook, id);
create index webhook_message_due on dossiers.webhook_message (webhook, due_at, id)
  where state = 'WAITING';
create index webhook_message_in_order on dossiers.webhook_message (webhook, dossier, id)
  where state = 'WAITING';
create index webhook_message_taken on dossiers.webhook_message (webhook)
  where state = 'WAITING' and taken_until is not null;

-- What an agency has answered lately, and how long that took: read from the index alone. All of it
-- is in other indexes already, or never changes, so that an act writes no more rows for it.
create index dossier_answered on dossiers.dossier (agency, finished_at)
  include (submitted_at, due_at, service) where finished_at is not null;
