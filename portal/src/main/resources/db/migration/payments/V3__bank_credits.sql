-- Money that has come to our bank account, as the bank tells of it: each by the bank's number, once.
create table payments.bank_credit (
  id         text        primary key, -- the bank's number
  bank       text        not null,
  account    text        not null, -- ours, at that bank
  dong       bigint      not null check (dong > 0),
  text       text        not null, -- what the payer wrote, as the banks passed it on
  at         timestamptz not null, -- by the bank's clock
  sender     jsonb, -- {"bank", "account", "name"}; null: the bank does not say
  heard_at   timestamptz not null,
  attempt    uuid        references payments.attempt, -- what it was meant for; null: nobody knows
  given_back bigint      not null default 0 check (given_back between 0 and dong),
  refund     uuid        references payments.refund, -- by which that went back
  check ((refund is null) = (given_back = 0))
);
create index bank_credit_by_attempt on payments.bank_credit (attempt, heard_at, id) where attempt is not null;
create index bank_credit_by_refund on payments.bank_credit (refund) where refund is not null;
create index bank_credit_of_nobody on payments.bank_credit (heard_at, id) where attempt is null;
create index bank_credit_by_day on payments.bank_credit (bank, account, at, id);
