-- Changes of an account that its holder may still stop by a link: what was before lies sealed, of the link only
-- the hash. Gone when it can be stopped no more; the audit trail keeps that it was changed.
create table identity.account_change (
  id              uuid        primary key,
  account_id      uuid        not null,
  kind            text        not null check (kind in ('PHONE', 'EMAIL', 'PASSWORD', 'CITIZEN_ID')),
  before          bytea,
  after           bytea,
  changed_at      timestamptz not null,
  stop_hash       bytea       not null unique,
  stoppable_until timestamptz not null,
  stopped_at      timestamptz
);
create index account_change_by_account on identity.account_change (account_id, changed_at);
create index account_change_by_end on identity.account_change (stoppable_until);
