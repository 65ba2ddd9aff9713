create schema platform;

-- Web sessions (Spring Session JDBC), so that any node answers any request.
create table platform.session (
  primary_id            char(36) primary key,
  session_id            char(36) not null,
  creation_time         bigint   not null,
  last_access_time      bigint   not null,
  max_inactive_interval int      not null,
  expiry_time           bigint   not null,
  principal_name        varchar(100)
);
create unique index session_by_id on platform.session (session_id);
create index session_by_expiry on platform.session (expiry_time);
create index session_by_principal on platform.session (principal_name);

create table platform.session_attributes (
  session_primary_id char(36)     not null references platform.session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);

-- Events that listeners have not dealt with yet (Spring Modulith).
create table platform.event_publication (
  id                     uuid        primary key,
  listener_id            text        not null,
  event_type             text        not null,
  serialized_event       text        not null,
  publication_date       timestamptz not null,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz
);
create index event_publication_by_event on platform.event_publication using hash (serialized_event);
create index event_publication_by_completion on platform.event_publication (completion_date);

-- Durable jobs (db-scheduler).
create table platform.scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on platform.scheduled_tasks (last_heartbeat);

-- Who did what to which object when. Rows are never changed or removed.
create table platform.audit_entry (
  id          uuid        primary key,
  at          timestamptz not null,
  actor       text        not null,
  action      text        not null,
  object_type text        not null,
  object_id   text        not null,
  details     jsonb       not null default '{}',
  reference   text
);
create index audit_entry_by_object on platform.audit_entry (object_type, object_id, id);
create index audit_entry_by_actor on platform.audit_entry (actor, id);

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only';
end $$;
create trigger audit_entry_is_append_only before update or delete or truncate on platform.audit_entry
  for each statement execute function platform.refuse_change();

-- Allowances of rate limits (Bucket4j), shared by all nodes.
create table platform.rate_limit (
  id         text primary key,
  state      bytea,
  expires_at bigint
);
create index rate_limit_by_expiry on platform.rate_limit (expires_at);
