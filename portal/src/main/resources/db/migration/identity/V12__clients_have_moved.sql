-- Agencies' systems, their tokens and the keys that sign them are kept by the module connect.
drop table identity.issued_token;
drop table identity.client;
drop table identity.signing_key;
