-- To whom the parts of a payment go: by this its accountants find it.
create table payments.charged (
  owner   text not null, -- an agency's code, or an enterprise's tax code
  payment uuid not null references payments.payment,
  primary key (owner, payment)
);
insert into payments.charged (owner, payment)
select distinct item -> 'to' ->> 'owner', id
  from payments.payment, jsonb_array_elements(items) item;

-- By what people name it: the code of a dossier, the number of a decision, a customer, a tax code.
create function payments.named(facts jsonb) returns text language sql immutable
return coalesce(facts ->> 'DOSSIER', facts ->> 'DECISION', facts ->> 'CUSTOMER', facts ->> 'TAX_CODE');
create index payment_by_name on payments.payment (payments.named(facts), id)
 where payments.named(facts) is not null;
