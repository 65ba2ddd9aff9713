-- How people want to be told; who has never said so has no row.
create table notifications.preference (
  account_id  uuid        primary key,
  -- Kinds of notices (DOSSIERS, OTHER) that are told besides the inbox.
  by_sms      text[]      not null,
  by_mail     text[]      not null,
  -- Hours of the country in which no SMS comes that can wait; either both or none.
  quiet_from  time,
  quiet_until time,
  changed_at  timestamptz not null,
  check ((quiet_from is null) = (quiet_until is null)),
  check (quiet_from <> quiet_until)
);
