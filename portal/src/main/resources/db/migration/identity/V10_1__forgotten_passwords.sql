-- Somebody has forgotten a password; written the same whether there is such an account or not.
create table identity.password_reset (
  id           uuid        primary key,
  browser      text        not null unique, -- what stands for the browser that asked
  typed_name   bytea       not null,        -- sealed
  language     text        not null check (language in ('VIETNAMESE', 'ENGLISH')),
  account_id   uuid,                        -- found by the job that sends the code
  forget_after timestamptz not null
);
create index password_reset_by_end on identity.password_reset (forget_after);

-- What is shown leads to a new password, not to a session.
alter table identity.attempt add column resetting boolean not null default false;

-- The password was set by whoever had the phone, and nothing else was shown.
alter table identity.account_change add column by_phone_alone boolean not null default false;
