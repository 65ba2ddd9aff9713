-- What officers ask others about a dossier, or give them to do for it: one row from the asking to
-- the answer. The dossier itself stays where it is; its row is locked before one of these changes.
create table dossiers.entrusted (
  id              uuid        primary key, -- made by who asks, so that asking twice is asking once
  dossier         uuid        not null references dossiers.dossier,
  code            text        not null, -- the dossier's
  kind            text        not null check (kind in ('OPINION', 'WORK')),
  step            int         not null, -- of the route, counted from 0, at which it was asked
  of_route        boolean     not null, -- the route itself has this step done elsewhere
  asking_agency   text        not null,
  asked_by        uuid,                 -- none: the route, or an officer elsewhere
  asked_by_name   text        not null,
  agency          text        not null,
  role            text        not null,
  question        text        not null,
  whole           boolean     not null, -- whether all answers and papers are shown
  papers          uuid[]      not null, -- those that are shown where not all are
  asked_at        timestamptz not null,
  hours           int         not null check (hours > 0), -- working hours of the asked agency
  due_at          timestamptz not null,
  taken_by        uuid,
  taken_by_name   text,
  taken_at        timestamptz,
  ended_at        timestamptz,
  ending          text        check (ending in ('ANSWERED', 'WITHDRAWN', 'OVERTAKEN')),
  verdict         text        check (verdict in ('AGREE', 'DISAGREE', 'NONE')),
  words           text,
  ended_by_name   text,
  document        uuid,
  document_name   text,
  check ((ended_at is null) = (ending is null)),
  check ((verdict is null) = (ending is distinct from 'ANSWERED'))
);
create index entrusted_of_dossier on dossiers.entrusted (dossier, asked_at);
create index entrusted_waiting on dossiers.entrusted (agency, due_at, id) where ended_at is null;
create index entrusted_answered on dossiers.entrusted (agency, ended_at desc)
  where ending = 'ANSWERED';
