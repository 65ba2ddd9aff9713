-- Money of nobody that an accountant has sent back by hand.
alter table payments.bank_credit
  add column returned_as text, -- number of the transfer
  add column returned_at timestamptz,
  add check ((returned_as is null) = (returned_at is null)),
  add check (returned_as is null or attempt is null);
drop index payments.bank_credit_of_nobody;
create index bank_credit_of_nobody on payments.bank_credit (heard_at, id)
  where attempt is null and returned_as is null;
create index bank_credit_by_time on payments.bank_credit (at, id);
create index bank_credit_returned on payments.bank_credit (returned_at) where returned_as is not null;

-- Transfers that are waited for.
create index attempt_awaited on payments.attempt (way, begun_at) where status in ('BEGUN', 'PENDING');

-- What moved by our books, line by line as gateways tell of it; of transfers, as their bank does.
create view payments.moved as
  select attempt.way, 'PAY' as kind, attempt.ref, attempt.transaction, attempt.received as dong,
         attempt.paid_at as at, attempt.ended_at as known_at, attempt.status = 'REVERSED' as reversed
    from payments.attempt
   where attempt.status in ('SUCCEEDED', 'SURPLUS', 'REVERSED') and attempt.way <> 'vietqr'
  union all
  select 'vietqr', 'PAY', credit.id, credit.id, credit.dong, credit.at, credit.heard_at, false
    from payments.bank_credit credit
  union all
  select attempt.way, 'REFUND',
         case attempt.way when 'vietqr' then coalesce(refund.transaction, '') else attempt.ref end,
         coalesce(refund.transaction, ''), refund.dong, refund.ended_at, refund.ended_at, false
    from payments.refund join payments.attempt on attempt.id = refund.attempt
   where refund.status = 'DONE' and refund.destination is null
  union all
  select 'vietqr', 'REFUND', credit.returned_as, credit.returned_as, credit.dong,
         credit.returned_at, credit.returned_at, false
    from payments.bank_credit credit
   where credit.returned_as is not null;
