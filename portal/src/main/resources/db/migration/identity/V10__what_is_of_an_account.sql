-- To forget an account's recoveries when it is closed, and to hand them out before.
create index recovery_by_account on identity.recovery (account_id) where account_id is not null;
