create schema connect;

-- Keys that sign tokens, sealed. Each is published before it signs and after it has.
create table connect.signing_key (
  id              text        primary key,
  algorithm       text        not null,
  sealed_jwk      bytea       not null,
  created_at      timestamptz not null,
  signs_from      timestamptz not null,
  published_until timestamptz
);

-- From which a person's name at each agency is derived; never exchanged, or nobody would be known again.
create table connect.subject_key (
  single boolean primary key default true check (single),
  sealed bytea   not null
);

-- Systems of agencies: portals that sign people in, programs that call our interfaces.
create table connect.client (
  id                   text        primary key,
  agency               text        not null,
  name                 text        not null,
  english_name         text,
  home_address         text,
  contact              text,
  stage                text        not null,
  signs_people_in      boolean     not null,
  proof_key            boolean     not null,
  refreshes            boolean     not null,
  redirect_addresses   text[]      not null,
  logout_addresses     text[]      not null,
  back_channel_address text,
  required_data        text[]      not null,
  optional_data        text[]      not null,
  api_scopes           text[]      not null,
  jwks                 text,
  jwks_address         text,
  created_at           timestamptz not null,
  changed_at           timestamptz not null
);
create index client_by_agency on connect.client (agency, id);

-- Two live at once while a client changes from one to the next.
create table connect.client_secret (
  id         uuid        primary key,
  client_id  text        not null references connect.client,
  hash       text        not null,
  created_at timestamptz not null,
  expires_at timestamptz
);
create index client_secret_by_client on connect.client_secret (client_id);

-- One sign-in of one person at one client, in one session of the browser. Its code and its refresh
-- tokens name the row, so that they need no index of their own; exchanging and refreshing change
-- columns without one.
create table connect.sign_on (
  id               uuid        primary key,
  client_id        text        not null,
  account_id       uuid        not null,
  actor_id         uuid,
  mandate_id       uuid,
  session          text        not null,
  sid              text        not null,
  acr              text        not null,
  authenticated_at timestamptz not null,
  scopes           text[]      not null,
  redirect_address text,
  nonce            text,
  challenge        text,
  claims           text,
  created_at       timestamptz not null,
  code_used_at     timestamptz,
  generation       int         not null default 0,
  refreshed_at     timestamptz,
  ended_at         timestamptz,
  expires_at       timestamptz not null
) with (fillfactor = 80);
create index sign_on_by_account on connect.sign_on (account_id, client_id);
create index sign_on_by_session on connect.sign_on (session);
create index sign_on_by_end on connect.sign_on (expires_at);

-- Programs' tokens taken back before they ran out.
create table connect.revoked_token (
  id         text        primary key,
  expires_at timestamptz not null
);
create index revoked_token_by_end on connect.revoked_token (expires_at);

-- Clients' signed assertions that have been used, each once (RFC 7523).
create table connect.used_assertion (
  hash       bytea       primary key,
  expires_at timestamptz not null
);
create index used_assertion_by_end on connect.used_assertion (expires_at);

-- What a person lets a client's agency have, and what not.
create table connect.agreement (
  account_id uuid        not null,
  client_id  text        not null,
  given      text[]      not null,
  refused    text[]      not null,
  agreed_at  timestamptz not null,
  primary key (account_id, client_id)
);

-- What a client's administrators look through: refusals with their reasons, changes, logout messages.
create table connect.client_event (
  id        uuid        primary key,
  client_id text        not null,
  at        timestamptz not null,
  kind      text        not null,
  reason    text,
  detail    text
);
create index client_event_by_client on connect.client_event (client_id, id desc);
create index client_event_by_time on connect.client_event (at);

-- How often a client did what, by the hour.
create table connect.client_count (
  client_id text        not null,
  hour      timestamptz not null,
  kind      text        not null,
  count     bigint      not null,
  primary key (client_id, hour, kind)
);

-- Clients were registered in another place before.
do $$
begin
  if to_regclass('identity.client') is not null then
    insert into connect.client
      (id, agency, name, stage, signs_people_in, proof_key, refreshes, redirect_addresses,
       logout_addresses, required_data, optional_data, api_scopes, created_at, changed_at)
    select id, agency, name, 'LIVE', false, false, false, '{}', '{}', '{}', '{}', scopes,
           created_at, created_at
    from identity.client;
    insert into connect.client_secret (id, client_id, hash, created_at)
    select gen_random_uuid(), id, secret_hash, created_at from identity.client;
  end if;
end $$;
