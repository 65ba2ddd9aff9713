-- Letters that the postal operator has taken.
create table exchange.postal_letter (
  consignment uuid primary key, -- the portal's own, by which the operator names it to us
  tracking    text not null unique, -- the operator's
  look_at     timestamptz -- when to ask again; null: it has ended there
);
create index postal_letter_to_look_at on exchange.postal_letter (look_at, consignment)
 where look_at is not null;
