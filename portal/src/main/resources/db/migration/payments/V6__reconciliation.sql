-- A day of one way to pay, held against what the gateway says of it. Days are those of Viet Nam.
create table payments.day (
  way            text        not null,
  day            date        not null,
  file           uuid, -- the one that stands; a corrected one takes its place
  generation     int         not null default 0, -- of the comparison
  compared_at    timestamptz,
  matched        bigint      not null default 0,
  ours_paid      bigint      not null default 0, -- dong, as all below
  ours_refunded  bigint      not null default 0,
  theirs_paid    bigint      not null default 0,
  theirs_refunded bigint     not null default 0,
  signed_by      text, -- the first of two accountants; void as soon as anything is compared anew
  signed_at      timestamptz,
  closed_by      text,
  closed_at      timestamptz,
  primary key (way, day),
  check ((closed_by is null) = (closed_at is null)),
  check ((signed_by is null) = (signed_at is null)),
  check (closed_by is null or (signed_by is not null and signed_by <> closed_by))
);
create index day_not_closed on payments.day (day, way) where closed_at is null;

create table payments.day_file (
  id         uuid        primary key,
  way        text        not null,
  day        date        not null, -- against which it counts
  says       date        not null, -- of which it tells; another where that day was closed already
  digest     bytea       not null,
  lines      bigint      not null,
  brought_at timestamptz not null,
  brought_by text        not null, -- as the audit trail names people
  foreign key (way, day) references payments.day
);
create unique index day_file_once on payments.day_file (way, says, digest);
create index day_file_late on payments.day_file (way, day, id) where says <> day;

create table payments.day_line (
  file        uuid        not null references payments.day_file,
  line        bigint      not null, -- of the file, the header being the first
  ref         text        not null,
  transaction text        not null,
  kind        text        not null check (kind in ('PAY', 'REFUND')),
  dong        bigint      not null check (dong > 0),
  at          timestamptz not null,
  primary key (file, line)
);

-- What does not agree, as a list of work.
create table payments.difference (
  id          uuid        primary key,
  way         text        not null,
  day         date        not null,
  what        text        not null check (what in ('MISSING_HERE', 'MISSING_THERE', 'OTHER_AMOUNT')),
  kind        text        not null,
  ref         text        not null,
  transaction text        not null,
  line        bigint, -- of the gateway's file
  ours        bigint, -- dong
  theirs      bigint,
  nth         int         not null, -- of several alike
  generation  int         not null,
  status      text        not null default 'OPEN' check (status in ('OPEN', 'ACCEPTED', 'CARRIED')),
  reason      text,
  settled_by  text,
  settled_at  timestamptz,
  foreign key (way, day) references payments.day,
  check ((status = 'OPEN') = (settled_by is null))
);
create unique index difference_once on payments.difference
  (way, day, what, kind, ref, transaction, nth, ours, theirs) nulls not distinct;
create index difference_of_day on payments.difference (way, day, id);

-- What counts with a later day than its own.
create table payments.carried (
  way         text   not null,
  from_day    date   not null,
  to_day      date   not null,
  ours        boolean not null, -- from our books; otherwise from the gateway's file
  kind        text   not null,
  ref         text   not null,
  transaction text   not null,
  dong        bigint not null,
  check (to_day > from_day),
  foreign key (way, to_day) references payments.day (way, day),
  unique (way, from_day, ours, kind, ref, transaction)
);
create index carried_to on payments.carried (way, to_day);

-- Money that was known of only after its day was closed, and refunds by the day on which they went.
create index attempt_by_day_known on payments.attempt (way, ended_at) where paid_at is not null;
create index refund_by_day_done on payments.refund (ended_at, id) where status = 'DONE';

-- A closed day stays as it is, whoever asks.
create function payments.refuse_closed_day() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null then
    raise exception 'the day % of % is closed', old.day, old.way using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if (new.way, new.day) <> (old.way, old.day) then
    raise exception 'a day keeps its date' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger day_closed_is_final before update or delete on payments.day
  for each row execute function payments.refuse_closed_day();

create function payments.require_open_day(of_way text, of_day date) returns void language plpgsql as $$
begin
  perform 1 from payments.day
    where day.way = of_way and day.day = of_day and closed_at is null for share;
  if not found then
    raise exception 'the day % of % is closed', of_day, of_way using errcode = 'check_violation';
  end if;
end $$;
create function payments.refuse_on_closed_day() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform payments.require_open_day(old.way, old.day); end if;
  if tg_op <> 'DELETE' then perform payments.require_open_day(new.way, new.day); end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger difference_of_closed_day before insert or update or delete on payments.difference
  for each row execute function payments.refuse_on_closed_day();
create trigger file_of_closed_day before insert on payments.day_file
  for each row execute function payments.refuse_on_closed_day();
create function payments.refuse_carrying_into_closed_day() returns trigger language plpgsql as $$
begin
  perform payments.require_open_day(new.way, new.to_day);
  return new;
end $$;
create trigger carried_into_closed_day before insert on payments.carried
  for each row execute function payments.refuse_carrying_into_closed_day();

-- By the statement, since a file may have a million lines.
create function payments.refuse_lines_of_closed_day() returns trigger language plpgsql as $$
begin
  perform payments.require_open_day(file.way, file.day)
    from (select distinct added.file from added) given
    join payments.day_file file on file.id = given.file;
  return null;
end $$;
create trigger line_of_closed_day after insert on payments.day_line
  referencing new table as added
  for each statement execute function payments.refuse_lines_of_closed_day();

create trigger day_line_is_append_only before update or delete or truncate on payments.day_line
  for each statement execute function payments.refuse_change();
create trigger day_file_is_append_only before update or delete or truncate on payments.day_file
  for each statement execute function payments.refuse_change();
create trigger carried_is_append_only before update or delete or truncate on payments.carried
  for each statement execute function payments.refuse_change();
create trigger day_is_not_emptied before truncate on payments.day
  for each statement execute function payments.refuse_change();
create trigger difference_is_not_emptied before truncate on payments.difference
  for each statement execute function payments.refuse_change();

-- What gateways have passed on to our account for a day, as the bank's statement has it.
create table payments.passed_on (
  id         text        primary key, -- the bank's number
  way        text        not null,
  day        date        not null, -- of the gateway
  dong       bigint      not null check (dong <> 0), -- below nought: it took more than it gave
  at         timestamptz not null, -- by the bank's clock
  brought_at timestamptz not null
);
create index passed_on_for_day on payments.passed_on (way, day);
create trigger passed_on_is_append_only before update or delete or truncate on payments.passed_on
  for each statement execute function payments.refuse_change();

-- What came and went on a day.
create index entry_by_time on payments.entry (at, id);
