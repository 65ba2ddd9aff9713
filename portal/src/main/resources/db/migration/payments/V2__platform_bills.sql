-- The national Payment Platform's own receipts (GET_BILL), beside ours.
create table payments.platform_bill (
  attempt    uuid        primary key references payments.attempt, -- by which the payment was paid
  payment    uuid        not null references payments.payment,
  wanted_at  timestamptz not null,
  document   uuid, -- of the module documents, once it is fetched
  fetched_at timestamptz,
  problem    text, -- why there will be none
  check ((document is null) = (fetched_at is null))
);
create index platform_bill_by_payment on payments.platform_bill (payment, attempt);
