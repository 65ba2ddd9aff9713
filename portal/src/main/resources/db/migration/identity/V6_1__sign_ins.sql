-- Sign-ins of the last ninety days, as their owner sees them. Failed ones from one network count together for an
-- hour, so that a guesser fills no table.
create table identity.sign_in (
  id          uuid        primary key,
  account_id  uuid        not null,
  at          timestamptz not null,
  succeeded   boolean     not null,
  times       int         not null default 1,
  factors     text[]      not null,
  browser     text        not null,
  system      text        not null,
  network     text        not null,
  new_browser boolean     not null,
  session_mac bytea,
  hour        timestamptz not null
);
create unique index sign_in_failed_once_an_hour on identity.sign_in (account_id, network, hour) where not succeeded;
create index sign_in_by_account on identity.sign_in (account_id, id);
create index sign_in_by_time on identity.sign_in (at);
