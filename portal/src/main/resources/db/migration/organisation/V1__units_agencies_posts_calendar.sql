create schema organisation;

-- Provinces, districts and communes, each from one day to another. A reform may give a code to
-- another unit, so a unit is named by its code and the day it began.
create table organisation.unit (
  code       text not null check (code ~ '^([0-9]{2}|[0-9]{3}|[0-9]{5})$'),
  name       text not null,
  full_name  text not null,
  parent     text,
  valid_from date not null,
  valid_to   date check (valid_to > valid_from),
  primary key (code, valid_from)
);
-- At most one unit has a code at a time.
create unique index unit_standing on organisation.unit (code) where valid_to is null;

create table organisation.unit_succession (
  from_code  text not null,
  from_began date not null,
  to_code    text not null,
  to_began   date not null,
  primary key (from_code, from_began, to_code, to_began),
  foreign key (from_code, from_began) references organisation.unit (code, valid_from),
  foreign key (to_code, to_began) references organisation.unit (code, valid_from)
);
create index unit_succession_by_heir on organisation.unit_succession (to_code, to_began);

-- Agencies by their code of QCVN 102:2016; a code is never given twice.
create table organisation.agency (
  id         text primary key check (id ~ '^[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}$'),
  name       text not null,
  kind       text not null,
  department text check ((department is not null) = (kind = 'DEPARTMENT')),
  unit       text,
  parent     text references organisation.agency (id) deferrable initially deferred,
  valid_from date not null,
  valid_to   date check (valid_to > valid_from),
  successor  text references organisation.agency (id) deferrable initially deferred
);
create index agency_by_parent on organisation.agency (parent, id);
create index agency_by_unit on organisation.agency (unit);

create table organisation.post (
  officer uuid not null,
  agency  text not null references organisation.agency (id),
  role    text not null,
  primary key (officer, agency, role)
);
create index post_by_agency on organisation.post (agency, role);

-- When offices are open on an ordinary week. A province that has rows for a day of the week goes by
-- those, else by the country's (province ''). Day 1 is Monday.
create table organisation.office_hours (
  province text not null default '',
  weekday  int  not null check (weekday between 1 and 7),
  opens    time not null,
  closes   time not null check (closes > opens),
  primary key (province, weekday, opens)
);
insert into organisation.office_hours (weekday, opens, closes)
select weekday, opens, closes
from generate_series(1, 5) as weekday,
     (values (time '07:30', time '11:30'), (time '13:30', time '17:30')) as half (opens, closes);

-- Days that differ from the week: the country's (province '') and those of one province, which come
-- first. HOLIDAY: closed. MADE_UP: open like a Monday. MORNING, AFTERNOON: open for this half only.
create table organisation.special_day (
  day        date    not null,
  province   text    not null default '',
  kind       text    not null check (kind in ('HOLIDAY', 'MADE_UP', 'MORNING', 'AFTERNOON')),
  name       text    not null,
  name_en    text    not null,
  -- Announced by the government; else to be confirmed.
  confirmed  boolean not null default true,
  primary key (day, province)
);
