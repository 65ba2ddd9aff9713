-- What was known for a dossier's questions when their pages were first shown, and where it came from.
create table dossiers.known_answers (
  dossier uuid  primary key references dossiers.dossier on delete cascade,
  offers  jsonb not null -- {question: {value, source: {kind, day}, verified}}
);

-- The answers and papers as they were handed in: at submission, and with each addition.
create table dossiers.handed_in (
  dossier uuid        not null references dossiers.dossier,
  number  int         not null, -- 1 is the submission itself
  at      timestamptz not null,
  answers jsonb       not null,
  known   jsonb       not null, -- of those that nobody had to type, as in known_answers
  papers  jsonb       not null, -- [{document, paper, name}]
  primary key (dossier, number)
);
