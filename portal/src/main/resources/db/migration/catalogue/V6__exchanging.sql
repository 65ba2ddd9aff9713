-- Files of procedures on their way into the catalogue, and what became of each of their lines.
create table catalogue.import (
    id          uuid primary key,
    -- whose file it is; decides which procedures it may change
    agency      text        not null,
    -- as the audit trail names the sender, and as people do
    sent_by     text        not null,
    sender      text        not null,
    file_name   text,
    checksum    text        not null,
    bytes       bigint      not null,
    state       text        not null check (state in ('WAITING', 'RUNNING', 'FINISHED')),
    -- up to where the file has been taken in; moves together with what was taken in
    position    bigint      not null default 0,
    lines       int         not null default 0,
    created     int         not null default 0,
    changed     int         not null default 0,
    unchanged   int         not null default 0,
    refused     int         not null default 0,
    remarked    int         not null default 0,
    received_at timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz
);

-- The same file again, while it is under way, is the same import.
create unique index import_under_way on catalogue.import (agency, checksum) where state <> 'FINISHED';
create index import_of_agency on catalogue.import (agency, id desc);

-- The file in pieces of equal length, kept until it has been taken in. It is read once and in order: compressing it
-- would only cost time.
create table catalogue.import_piece (
    import  uuid  not null references catalogue.import (id) on delete cascade,
    number  int   not null,
    content bytea not null,
    primary key (import, number)
);
alter table catalogue.import_piece alter column content set storage external;

create table catalogue.import_line (
    import   uuid    not null references catalogue.import (id) on delete cascade,
    line     int     not null,
    code     text,
    outcome  text    not null check (outcome in ('CREATED', 'CHANGED', 'UNCHANGED', 'REFUSED')),
    -- of a refused line the reason, then remarks: their keys and arguments
    findings jsonb   not null,
    remarked boolean not null,
    -- how a refused line begins
    excerpt  text,
    primary key (import, line)
);
create index import_line_by_outcome on catalogue.import_line (import, outcome, line);
create index import_line_with_remarks on catalogue.import_line (import, line) where remarked;
-- Which line had a procedure first.
create index import_line_by_code on catalogue.import_line (import, code, line) where outcome <> 'REFUSED';
