create schema payments;

-- What somebody is asked to pay, once.
create table payments.payment (
  id            uuid        primary key,
  key           text        not null unique, -- whoever has it may see and pay: part of the page's address
  reference     text        not null, -- what is paid for, in the words of whoever asks: dossier:<id>, fine:<number>
  purpose       text        not null,
  title         jsonb       not null, -- {"vietnamese", "english"}
  items         jsonb       not null, -- each with its beneficiary
  total         bigint      not null check (total > 0), -- dong
  payer         uuid, -- the account that is asked; null for somebody without one
  payer_name    text        not null,
  payer_email   text,
  facts         jsonb       not null default '{}', -- what stands on the receipt besides
  asked_by      text        not null, -- a module, or client:<id>
  return_to     text, -- where the payer goes on afterwards
  status        text        not null,
  opened_at     timestamptz not null,
  expires_at    timestamptz not null,
  paid_at       timestamptz,
  paid_by       uuid, -- the attempt
  closed_at     timestamptz, -- when it expired, was cancelled or reversed
  closed_why    text,
  refunded      bigint      not null default 0 check (refunded between 0 and total)
);
-- What is owed is asked for, and paid, once at a time.
create unique index payment_once_for_a_reference on payments.payment (reference)
 where status in ('OPEN', 'PAID', 'PARTLY_REFUNDED');
create index payment_by_reference on payments.payment (reference, id);
create index payment_by_payer on payments.payment (payer, id) where payer is not null;
create index payment_to_expire on payments.payment (expires_at, id) where status = 'OPEN';

-- One try to pay, in one way.
create table payments.attempt (
  id          uuid        primary key,
  payment     uuid        not null references payments.payment,
  way         text        not null, -- the gateway
  ref         text        not null unique, -- ours, by which the gateway names it to us
  dong        bigint      not null check (dong > 0),
  received    bigint      not null default 0 check (received >= 0), -- what has come in fact
  status      text        not null,
  address     text, -- where the payer goes to pay
  begun_at    timestamptz not null,
  expires_at  timestamptz not null,
  ended_at    timestamptz,
  transaction text, -- the gateway's own number
  bank        text, -- with which it was paid, as the gateway names it
  paid_at     timestamptz, -- by the gateway's clock
  problem     text, -- why it failed
  look_at     timestamptz -- when to ask the gateway; null: there is nothing to ask
);
create index attempt_by_payment on payments.attempt (payment, id);
create index attempt_by_transaction on payments.attempt (way, transaction) where transaction is not null;
create index attempt_to_look_at on payments.attempt (look_at, id) where look_at is not null;
create index attempt_by_day_paid on payments.attempt (way, paid_at, id) where paid_at is not null;

-- All that was heard from others and told them, with nothing secret in it. Rows are never changed.
create table payments.message (
  id        uuid        primary key,
  at        timestamptz not null,
  way       text        not null,
  direction text        not null check (direction in ('IN', 'OUT')),
  kind      text        not null, -- such as ipn, query, credit
  ref       text, -- the attempt's, as far as the message names one
  content   text        not null,
  answer    text, -- what was answered to it
  verdict   text        not null -- what came of it
);
create index message_by_ref on payments.message (ref, id) where ref is not null;
create index message_by_way on payments.message (way, id);

-- The books: every entry's postings add up to nought, and nothing is ever changed or removed.
create table payments.account (
  id   int  generated always as identity primary key,
  kind text not null,
  of   text not null,
  unique (kind, of)
);
create table payments.entry (
  id      uuid        primary key,
  at      timestamptz not null,
  kind    text        not null,
  cause   text        not null, -- by which the same entry made twice is known: attempt:<id>, refund:<id>
  payment uuid        references payments.payment,
  unique (kind, cause)
);
create index entry_by_payment on payments.entry (payment, id) where payment is not null;
create table payments.posting (
  entry   uuid   not null references payments.entry,
  line    int    not null,
  account int    not null references payments.account,
  dong    bigint not null check (dong <> 0), -- debit above nought, credit below
  primary key (entry, line)
);
create index posting_by_account on payments.posting (account, entry) include (dong);

create function payments.refuse_unbalanced() returns trigger language plpgsql as $$
declare
  unbalanced uuid;
begin
  select entry into unbalanced from posted group by entry having sum(dong) <> 0 limit 1;
  if found then
    raise exception 'the postings of entry % do not add up to nought', unbalanced
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger posting_balances after insert on payments.posting
  referencing new table as posted
  for each statement execute function payments.refuse_unbalanced();

create function payments.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name;
end $$;
create trigger posting_is_append_only before update or delete or truncate on payments.posting
  for each statement execute function payments.refuse_change();
create trigger entry_is_append_only before update or delete or truncate on payments.entry
  for each statement execute function payments.refuse_change();
create trigger message_is_append_only before update or delete or truncate on payments.message
  for each statement execute function payments.refuse_change();

-- Numbers of receipts, without gaps: whoever numbers holds the row of the series.
create table payments.receipt_series (
  series text   primary key,
  last   bigint not null
);
create table payments.receipt (
  id          uuid        primary key,
  payment     uuid        not null unique references payments.payment,
  wanted_at   timestamptz not null,
  series      text        references payments.receipt_series,
  number      bigint,
  numbered_at timestamptz,
  certificate text, -- its verification code, once it is printed and signed
  unique (series, number),
  check ((series is null) = (number is null))
);
create index receipt_to_number on payments.receipt (id) where number is null;
create index receipt_to_print on payments.receipt (series, number)
 where number is not null and certificate is null;

-- Money that goes back.
create table payments.refund (
  id          uuid        primary key,
  payment     uuid        not null references payments.payment,
  attempt     uuid        not null references payments.attempt, -- by which the money came
  dong        bigint      not null check (dong > 0),
  surplus     boolean     not null, -- money that nothing is owed for: it never was the beneficiary's
  reason      text        not null,
  status      text        not null,
  destination jsonb, -- another account than the one it came from; null: the same way back
  ordered_at  timestamptz not null,
  ordered_by  text        not null, -- as the audit trail names people
  decided_at  timestamptz,
  decided_by  text,
  ended_at    timestamptz,
  transaction text, -- the gateway's number
  problem     text,
  look_at     timestamptz -- when to send it or ask how far it is; null: nothing to do at present
);
create index refund_by_payment on payments.refund (payment, id);
create index refund_to_look_at on payments.refund (look_at, id) where look_at is not null;
create index refund_open on payments.refund (status, id) where ended_at is null;

-- Where agencies are paid.
create table payments.beneficiary (
  owner   text primary key, -- an agency's code
  name    text not null,
  account text not null,
  bank    text not null, -- six digits (NAPAS)
  changed_at timestamptz not null,
  changed_by text not null
);
