-- Messages on their way out: each goes one way (SMS, MAIL) to one address.
create table platform.outgoing (
  id          uuid        primary key,
  way         text        not null,
  -- HELD until a time, WAITING, SENT (taken by operator or mail server), DELIVERED, FAILED, GIVEN_UP
  state       text        not null,
  urgent      boolean     not null,
  -- What it announces, for whoever asks how far that is.
  about       uuid,
  -- As much of the address as may be shown to its owner.
  shown_to    text        not null,
  -- Sealed; goes as soon as nobody needs to send it any more.
  content     bytea,
  held_until  timestamptz,
  -- These by the database's clock, which all nodes share.
  created_at  timestamptz not null default now(),
  due_at      timestamptz not null default now(),
  give_up_at  timestamptz not null,
  -- Some node is sending it; should that one die, another may afterwards.
  taken_until timestamptz,
  tries       int         not null default 0,
  problem     text,
  sent_at     timestamptz,
  ended_at    timestamptz
) with (fillfactor = 80);
create index outgoing_due on platform.outgoing (way, urgent, due_at, id) where state = 'WAITING';
create index outgoing_held on platform.outgoing (held_until) where state = 'HELD';
create index outgoing_about on platform.outgoing (about) where about is not null;
create index outgoing_about_nothing on platform.outgoing (id) where about is null;

-- The pieces in which the operator has taken an SMS, by the ids that he gave them, and what became of
-- each. He may tell that before we have written his id down.
create table platform.sms_piece (
  operator_id text        primary key,
  outgoing_id uuid,
  piece       int,
  pieces      int,
  arrived     boolean,
  problem     text,
  told_at     timestamptz,
  created_at  timestamptz not null default now()
);
create index sms_piece_of on platform.sms_piece (outgoing_id) where outgoing_id is not null;
create index sms_piece_by_time on platform.sms_piece (created_at);
