-- Who is asked to sign may decline, and says why; the applicant reads it.
alter table dossiers.signing
  add column declined_by  uuid,
  add column declined_as  text, -- his name as the account bears it
  add column declined_at  timestamptz,
  add column declined_why text, -- in his own words
  add check ((declined_by is null) = (declined_at is null)
    and (declined_by is null) = (declined_as is null)
    and (declined_by is null) = (declined_why is null)),
  add check (declined_by is null or account is null);
create index signing_declined_by on dossiers.signing (declined_by, id) where declined_by is not null;
