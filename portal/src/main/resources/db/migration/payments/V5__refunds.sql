-- By what another module, or a page sent twice, knows the refund again that it has ordered.
alter table payments.refund add column cause text;
create unique index refund_by_cause on payments.refund (cause) where cause is not null;
create index refund_to_see_to on payments.refund (id) where status in ('ORDERED', 'FAILED');
