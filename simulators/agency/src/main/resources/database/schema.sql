-- Runs at every start: it makes what is not there and leaves what is.
create table if not exists account (
  id             uuid primary key,
  kind           varchar(10) not null check (kind in ('CITIZEN', 'ENTERPRISE')),
  tech_id        varchar(100) unique,
  citizen_number varchar(12) unique,
  former_number  varchar(9) unique,
  tax_code       varchar(14) unique,
  name           varchar(200) not null,
  phone          varchar(20),
  email          varchar(254),
  address        varchar(500),
  opened_at      timestamp with time zone not null,
  joined_at      timestamp with time zone,
  signed_in_at   timestamp with time zone,
  level          varchar(12)
);

create table if not exists paper (
  number    varchar(40) primary key,
  holder    varchar(14) not null,
  kind      varchar(20) not null,
  title     varchar(300) not null,
  keeper    varchar(200) not null,
  issued_on date not null
);
create index if not exists paper_of_holder on paper (holder, issued_on);

create table if not exists happening (
  id     bigint generated always as identity primary key,
  at     timestamp with time zone not null,
  what   varchar(30) not null,
  who    varchar(200),
  detail varchar(200)
);

create table if not exists heard_logout (
  at      timestamp with time zone not null,
  subject varchar(255),
  sid     varchar(255)
);
create index if not exists heard_logout_by_time on heard_logout (at);

create table if not exists webhook_message (
  id          uuid primary key,
  event       varchar(60) not null,
  code        varchar(60),
  status      int,
  happened_at timestamp with time zone not null,
  came_at     timestamp with time zone not null,
  times       int not null
);
create index if not exists webhook_message_by_time on webhook_message (happened_at);
