create schema bills;

-- What somebody was asked to pay that is owed to others, and what they have heard of it.
create table bills.asked (
  id              uuid        primary key,
  token           text        not null unique, -- whoever has it may see how far it is
  creditor        text        not null,
  number          text        not null, -- by which the creditor knows it
  name            text, -- whose it is, where the creditor asks for that; null: it does not
  reference       text        not null, -- the payment's
  payment         uuid        not null unique,
  page            text        not null, -- the payment's
  account         uuid, -- who has asked; null for somebody without one
  title           jsonb       not null, -- {"vietnamese", "english"}
  parts           jsonb       not null, -- [{"id", "code", "title", "dong"}]
  facts           jsonb       not null,
  payer           text        not null, -- the name on the receipt
  total           bigint      not null check (total > 0), -- dong
  asked_at        timestamptz not null,
  checked_at      timestamptz not null, -- when the creditor last said that it is owed like this
  closed_at       timestamptz, -- nobody pays it any more, and nobody has
  settled_at      timestamptz,
  heard_at        timestamptz, -- when the creditor has said that it knows of the payment
  confirmation    text, -- its number for it
  paid_before     bigint      not null default 0, -- how much of it others had paid, so that it goes back
  given_back      bigint      not null default 0, -- all that has gone back to the payer so far
  given_back_told bigint      not null default 0 -- how much of that the creditor knows of
);
create index asked_by_number on bills.asked (creditor, number, id);
create index asked_by_reference on bills.asked (reference, id);
create index asked_by_account on bills.asked (account, id) where account is not null;
create index asked_unheard on bills.asked (settled_at) where settled_at is not null and heard_at is null;

-- Customer codes that somebody wants to have at hand.
create table bills.saved_code (
  id       uuid        primary key,
  account  uuid        not null,
  creditor text        not null,
  number   text        not null,
  label    text        not null, -- in his own words
  saved_at timestamptz not null,
  unique (account, creditor, number)
);
