-- What takes the place of a certificate that was taken back, and why in both languages.
alter table documents.certificate
  add column replaced_by char(16) references documents.certificate (code),
  alter column revoked_because type jsonb
    using jsonb_build_object('vietnamese', revoked_because, 'english', revoked_because),
  add check (replaced_by is null or revoked_at is not null);
update documents.certificate set revoked_because = null where revoked_at is null;
