create schema catalogue;

-- What is in force today, one row a procedure; content is the whole of it, as the catalogue's own JSON.
-- Earlier and coming versions will stand beside it, not in it: whatever reads this table reads the present.
create table catalogue.procedure (
    code       text collate "C" primary key,
    name       text        not null,
    content    jsonb       not null,
    changed_at timestamptz not null default now()
);

-- Which texts of the shipped seed have been taken in: only a changed file is taken in again, so that what editors
-- write in the meantime stays.
create table catalogue.seed_file (
    name     text primary key,
    checksum text        not null,
    taken_at timestamptz not null default now()
);

-- Every node keeps its own search index and hears from here what has changed, whoever changed it.
create function catalogue.tell_procedure_changed() returns trigger language plpgsql as $$
begin
    perform pg_notify('catalogue_procedure', coalesce(new.code, old.code));
    return null;
end
$$;

create trigger tell_procedure_changed
    after insert or update or delete on catalogue.procedure
    for each row execute function catalogue.tell_procedure_changed();
