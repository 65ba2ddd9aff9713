-- An officer at a counter wants to file for a citizen, who reads out the code that came to the phone.
create table identity.assistance (
  id           uuid        primary key,
  officer      uuid        not null,
  facts        bytea       not null, -- sealed: the citizen's number, what was typed of one without an account, the procedure
  asked_at     timestamptz not null,
  forget_after timestamptz not null,
  mandate      uuid                 -- given on consent
);
create index assistance_by_end on identity.assistance (forget_after);
