-- Calls that programs may send again: each is done once, and answered again as the first time.
create table platform.call_done (
  caller  text        not null,
  key     text        not null,
  request bytea       not null,
  at      timestamptz not null,
  status  int,
  headers jsonb,
  body    bytea,
  primary key (caller, key)
) with (fillfactor = 70);
create index call_done_by_age on platform.call_done (at);
