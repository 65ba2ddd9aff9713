-- Who may act for whom. A revoked or expired mandate stays, as both sides look back at it.
create table identity.mandate (
  id          uuid        primary key,
  kind        text        not null check (kind in ('DELEGATION', 'MEMBER', 'CHILD', 'COUNTER')),
  represented uuid        not null,
  holder      uuid        not null check (holder <> represented),
  powers      text[]      not null check (cardinality(powers) > 0),
  scope       text        not null check (scope in ('ALL', 'PROCEDURE', 'DOSSIER')),
  scope_code  text        check ((scope = 'ALL') = (scope_code is null)),
  until       timestamptz,
  granted_by  uuid        not null,
  granted_at  timestamptz not null,
  revoked_at  timestamptz,
  revoked_by  uuid
);
create index mandate_given on identity.mandate (represented, id);
create index mandate_held on identity.mandate (holder, id);
create unique index one_mandate_between on identity.mandate (holder, represented, kind)
  where revoked_at is null and kind in ('MEMBER', 'CHILD');
create index mandate_between on identity.mandate (holder, represented) where revoked_at is null;

-- A delegation not yet accepted. Of the one it is offered to lie here the name as it was typed and the number as a keyed
-- hash: whether such an account exists is nobody's business until its holder accepts.
create table identity.delegation_offer (
  id           uuid        primary key,
  represented  uuid        not null,
  holder_guard bytea       not null,
  holder_name  text        not null,
  number_end   text        not null, -- its last digits, for the one who typed it
  powers       text[]      not null check (cardinality(powers) > 0),
  scope        text        not null check (scope in ('ALL', 'PROCEDURE', 'DOSSIER')),
  scope_code   text        check ((scope = 'ALL') = (scope_code is null)),
  until        timestamptz not null,
  offered_by   uuid        not null,
  offered_at   timestamptz not null,
  open_until   timestamptz not null,
  answer       text        check (answer in ('ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  answered_at  timestamptz
);
create index delegation_offered_by on identity.delegation_offer (represented, id) where answer is null;
create index delegation_offered_to on identity.delegation_offer (holder_guard, id) where answer is null;
