-- Programs are told of the payments that they have asked for, some of nothing else.
alter table dossiers.webhook drop constraint webhook_concerns_check;
alter table dossiers.webhook
  add constraint webhook_concerns_check check (concerns in ('FILED', 'AGENCY', 'NONE'));
comment on column dossiers.webhook_message.dossier is 'or payment; none: a test';
comment on column dossiers.webhook_message.code is 'of the dossier; of a payment its asker''s reference';
