-- Name, date of birth, gender, number and home are changed by the holder, too, and can be taken back like the rest.
alter table identity.account_change drop constraint account_change_kind_check;
alter table identity.account_change add constraint account_change_kind_check
  check (kind in ('PHONE', 'EMAIL', 'PASSWORD', 'CITIZEN_ID', 'DETAILS'));
