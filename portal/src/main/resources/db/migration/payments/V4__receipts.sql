-- A part that goes back makes another receipt, which stands in the place of the one before it. A
-- number is never given back: what no longer holds is annulled.
alter table payments.receipt drop constraint receipt_payment_key;
alter table payments.receipt
  add column dong         bigint check (dong > 0), -- what it says was paid, less what has gone back
  add column replaces     uuid unique references payments.receipt,
  add column annulled_at  timestamptz,
  add column annulled_why text,
  add column withdrawn_at timestamptz, -- since when verification says that it is annulled
  add check ((annulled_at is null) = (annulled_why is null));
update payments.receipt set dong = (select total from payments.payment where id = receipt.payment);
alter table payments.receipt alter column dong set not null;

create unique index receipt_first_of_payment on payments.receipt (payment) where replaces is null;
create index receipt_by_payment on payments.receipt (payment, id);
create index receipt_to_withdraw on payments.receipt (id)
 where annulled_at is not null and withdrawn_at is null;
