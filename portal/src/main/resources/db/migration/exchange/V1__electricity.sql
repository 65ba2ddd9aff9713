create schema exchange;

-- Dossiers that the electricity company has taken.
create table exchange.electricity_request (
  dossier        uuid        primary key,
  code           text        not null, -- the dossier's, by which the company names it to us
  document_code  text        not null unique, -- the company's own
  handed_over_at timestamptz not null,
  stage          text        not null, -- the last that the company has told of
  look_at        timestamptz -- when to ask again; null: it has ended there
);
create index electricity_request_to_look_at on exchange.electricity_request (look_at, dossier)
 where look_at is not null;
