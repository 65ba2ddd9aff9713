-- A question somebody asked, from asking to the published answer. Without a procedure it is a general one.
create table catalogue.question (
    id           uuid primary key,
    procedure    text collate "C",
    agency       text        not null,
    -- The same code with the largest part first: a desk is followed by those below it.
    desk         text collate "C" not null,
    asked        text        not null,
    asked_at     timestamptz not null,
    province     text,
    asker        uuid,
    -- Name, e-mail and phone of whoever gave them, sealed: only the officer who answers may read them.
    contact      bytea,
    -- Hash of the key under which whoever asked reads the answer; the form's, so a form sent twice asks once.
    read_key     bytea unique,
    due_at       timestamptz not null,
    state        text        not null check (state in ('ASKED', 'ANSWERED', 'PUBLISHED', 'REFUSED')),
    -- What the officers are writing: texts, who wrote, when. Of a published question: its coming text.
    draft        jsonb,
    published    jsonb check ((published is not null) = (state = 'PUBLISHED')),
    published_at timestamptz,
    reason       text check ((reason is not null) = (state = 'REFUSED')),
    helpful      int         not null default 0,
    not_helpful  int         not null default 0,
    -- The share of readers whom it helped, in ten-thousandths, as if two more had said yes and two no:
    -- one single voice puts no question above one that helped a hundred.
    score        int         not null generated always as (10000 * (helpful + 2) / (helpful + not_helpful + 4)) stored,
    version      int         not null,
    changed_at   timestamptz not null,
    changed_by   uuid,
    -- Where it ships with the portal: which one it is, and the text last taken in.
    seed_key     text unique,
    seed_checksum text
);

create index question_best_of_procedure on catalogue.question (procedure, score desc, id) where state = 'PUBLISHED';
create index question_best on catalogue.question (score desc, id) where state = 'PUBLISHED';
create index question_published on catalogue.question (id) where state = 'PUBLISHED';
create index question_open_at_desk on catalogue.question (desk, due_at, id) where state in ('ASKED', 'ANSWERED');
create index question_closed_at_desk on catalogue.question (desk, state, changed_at desc, id desc) where state in ('PUBLISHED', 'REFUSED');
create index question_of_asker on catalogue.question (asker, id desc) where asker is not null;

-- Who did what with a question, and when; what was published is kept in full.
create table catalogue.question_history (
    id       uuid primary key,
    question uuid        not null references catalogue.question (id) on delete cascade,
    at       timestamptz not null,
    actor    uuid,
    event    text        not null,
    agency   text        not null,
    note     text,
    texts    jsonb
);
create index question_history_of on catalogue.question_history (question, id);

-- One voice per visitor; the voter is a keyed hash, so that nobody can read here who it was.
create table catalogue.question_vote (
    question uuid        not null references catalogue.question (id) on delete cascade,
    voter    bytea       not null,
    helpful  boolean     not null,
    at       timestamptz not null,
    primary key (question, voter)
);

-- Every node's search index hears which published text came, changed or went; voices do not concern it.
create function catalogue.tell_question_changed() returns trigger language plpgsql as $$
begin
    perform pg_notify('catalogue_question', coalesce(new.id, old.id)::text);
    return null;
end
$$;

create trigger tell_question_published
    after insert on catalogue.question
    for each row when (new.published is not null)
    execute function catalogue.tell_question_changed();
create trigger tell_question_changed
    after update of published, procedure, agency on catalogue.question
    for each row when ((old.published, old.procedure, old.agency) is distinct from (new.published, new.procedure, new.agency))
    execute function catalogue.tell_question_changed();
create trigger tell_question_gone
    after delete on catalogue.question
    for each row when (old.published is not null)
    execute function catalogue.tell_question_changed();
