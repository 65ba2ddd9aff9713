-- How people speak and how the law speaks: where a query contains one of "say" it is also looked up with each of "mean"
-- in its place; words that mean nothing are passed over. A few hundred rows, which every node holds in memory.
create table catalogue.everyday_word (
    id         uuid primary key,
    say        text[]      not null check (cardinality(say) > 0),
    mean       text[]      not null,
    version    int         not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    -- Which entry of the shipped list it was made from; only a changed entry is taken in again.
    seed       text unique
);

create function catalogue.tell_everyday_word_changed() returns trigger language plpgsql as $$
begin
    perform pg_notify('catalogue_everyday_word', '');
    return null;
end
$$;

create trigger tell_everyday_word_changed
    after insert or update or delete on catalogue.everyday_word
    for each statement execute function catalogue.tell_everyday_word_changed();

-- What people looked for in vain, so that editors can teach the search. Only the latest are kept, and of each only the
-- words: nobody's name, address or number.
create table catalogue.missed_query (
    -- without accents and punctuation: one row for all who ask the same
    query    text collate "C" primary key,
    typed    text        not null,
    -- the name of what came first, where something was found by guessing
    guess    text,
    times    bigint      not null,
    first_at timestamptz not null,
    last_at  timestamptz not null
);

create index missed_query_latest on catalogue.missed_query (last_at desc, query desc);
