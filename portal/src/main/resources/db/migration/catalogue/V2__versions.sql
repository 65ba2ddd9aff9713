-- Every text that a procedure has had or will have, from its day on until another takes its place. Nothing here is
-- changed or removed: a mistake is put right by the next version.
create table catalogue.version (
    code           text collate "C" not null,
    number         int         not null check (number > 0),
    change         text        not null check (change in ('TAKEN_IN', 'PUBLISHED', 'AMENDED', 'ABOLISHED')),
    effective_from date        not null,
    published_at   timestamptz not null,
    published_by   text        not null,
    -- of an abolished procedure: its last text
    content        jsonb       not null,
    -- its day has not come yet, or has come and nobody has noticed
    awaited        boolean     not null,
    primary key (code, number)
);

-- Which text held on a day: the latest that had begun; of two that begin on one day, the one published later.
create index version_by_day on catalogue.version (code, effective_from desc, number desc);
create index version_awaited on catalogue.version (effective_from) where awaited;

insert into catalogue.version (code, number, change, effective_from, published_at, published_by, content, awaited)
select code, 1, 'TAKEN_IN', (changed_at at time zone 'Asia/Ho_Chi_Minh')::date, changed_at, 'system:catalogue', content, false
from catalogue.procedure;

-- catalogue.procedure stays what it was: what is in force today. It is made from the versions and from nothing else.
alter table catalogue.procedure
    add column state text not null default 'IN_FORCE' check (state in ('IN_FORCE', 'ABOLISHED')),
    add column version int not null default 1,
    add column effective_from date not null default date '2019-12-09';
alter table catalogue.procedure
    alter column state drop default,
    alter column version drop default,
    alter column effective_from drop default;
update catalogue.procedure as present
set effective_from = version.effective_from
from catalogue.version as version
where version.code = present.code;

-- A version published ahead changes today's page too: it says what is coming.
create function catalogue.tell_version_added() returns trigger language plpgsql as $$
begin
    perform pg_notify('catalogue_version', new.code);
    return null;
end
$$;

create trigger tell_version_added
    after insert on catalogue.version
    for each row execute function catalogue.tell_version_added();
