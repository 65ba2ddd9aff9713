-- What an agency wants to become of a procedure's text, from the first draft to its publication.
create table catalogue.proposal (
    id            uuid primary key,
    kind          text        not null check (kind in ('NEW', 'AMENDMENT', 'ABOLITION', 'COPY')),
    agency        text        not null,
    -- the ministry or province whose control office approves, and the agency that publishes
    authority     text        not null,
    publisher     text        not null,
    -- of a new procedure: none before it is published
    code          text collate "C",
    -- the version that is amended or abolished; of a copy, the ministry's version it was made from
    base_version  int,
    name          text        not null,
    -- as it was typed: also a date that is none
    content       jsonb       not null,
    -- why a warning may stand, by the warning's key
    answers       jsonb       not null,
    -- who saved each section last, and at which revision
    saved         jsonb       not null,
    -- everybody who wrote in it: none of them may approve or publish it
    authors       uuid[]      not null,
    state         text        not null check (state in ('DRAFT', 'PROPOSED', 'APPROVED', 'RETURNED', 'PUBLISHED', 'DISCARDED')),
    state_by      uuid,
    state_by_name text,
    state_at      timestamptz,
    state_comment text,
    state_version int,
    revision      int         not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    check ((kind = 'NEW') = (code is null)),
    check ((state = 'PUBLISHED') = (state_version is not null))
);

-- One index for each list of the desk, in the order in which it is read.
create index proposal_of_agency on catalogue.proposal (agency, changed_at desc, id desc)
    where state in ('DRAFT', 'PROPOSED', 'APPROVED');
create index proposal_returned on catalogue.proposal (agency, changed_at desc, id desc) where state = 'RETURNED';
create index proposal_to_approve on catalogue.proposal (authority, changed_at desc, id desc) where state = 'PROPOSED';
create index proposal_to_publish on catalogue.proposal (publisher, changed_at desc, id desc) where state = 'APPROVED';
create index proposal_published on catalogue.proposal (authority, changed_at desc, id desc) where state = 'PUBLISHED';
create index proposal_published_by on catalogue.proposal (publisher, changed_at desc, id desc) where state = 'PUBLISHED';
-- What else is under way on the same procedure.
create index proposal_open on catalogue.proposal (code) where state in ('DRAFT', 'PROPOSED', 'APPROVED', 'RETURNED');

create table catalogue.proposal_entry (
    id         uuid primary key,
    proposal   uuid        not null references catalogue.proposal,
    at         timestamptz not null,
    event      text        not null,
    by_account uuid        not null,
    by_name    text        not null,
    comment    text
);
create index proposal_entry_of on catalogue.proposal_entry (proposal, id);
