create schema notifications;

-- What a person was told. Words are keys and arguments, so that the inbox reads in either language.
create table notifications.message (
  id          uuid        primary key,
  account_id  uuid        not null,
  notice_key  text        not null,
  arguments   text[]      not null,
  link        text        not null,
  once_key    text,
  sent_at     timestamptz not null,
  read_at     timestamptz
);
create index message_by_account on notifications.message (account_id, id desc);
create index message_unread on notifications.message (account_id) where read_at is null;
create unique index message_only_once on notifications.message (account_id, once_key) where once_key is not null;
