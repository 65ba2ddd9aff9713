-- Accounts whose holders are leaving; signing in before that time takes it back.
create table identity.closing (
  account_id uuid        primary key,
  asked_at   timestamptz not null,
  closes_at  timestamptz not null
);
