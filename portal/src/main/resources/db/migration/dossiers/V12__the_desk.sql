-- What officers look a dossier up by: the words of the applicant's name without their marks, his
-- phone, and the end of the code. Each word begins with the agency, so that one index serves the
-- search within every agency, and finds beginnings of words.
create function dossiers.words_sought(agency text, name text, phone text, code text)
  returns tsvector language sql immutable parallel safe
  return array_to_tsvector(string_to_array(
    agency || ':' || replace(
      regexp_replace(
        lower(translate(
          regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g'),
          'đĐ', 'dd')),
        '\s+', ' ', 'g')
      || ' ' || phone
      || ' ' || substring(code from position('-' in code) + 1)
      || ' ' || substring(code from '[0-9]+$'),
      ' ', ' ' || agency || ':'),
    ' '));

-- Written once, when it is handed in: beside the dossier, whose row is written with every act.
create table dossiers.sought (
  dossier uuid     primary key references dossiers.dossier,
  words   tsvector not null
);
insert into dossiers.sought (dossier, words)
select id, dossiers.words_sought(agency, applicant_name, phone, code)
  from dossiers.dossier where status > 0;
-- Without a list of what has yet to be sorted in: one search would pay for many writes.
create index sought_words on dossiers.sought using gin (words) with (fastupdate = off);

-- What lies with one officer, and what waits to be handed over.
create index dossier_in_hand on dossiers.dossier (handler, due_at, id)
  where handler is not null and status in (2, 4, 5, 6, 7);
create index dossier_to_hand_over on dossiers.dossier (agency, finished_at, id) where status = 9;

-- Who is away from his desk, from day to day, and who goes on with what lies with him.
create table dossiers.absence (
  id           uuid        primary key,
  agency       text        not null,
  officer      uuid        not null,
  substitute   uuid        not null check (substitute <> officer),
  first_day    date        not null,
  last_day     date        not null check (last_day >= first_day),
  said_by      uuid        not null,
  said_at      timestamptz not null,
  ended_at     timestamptz -- back sooner, or it was a mistake
);
create index absence_at_agency on dossiers.absence (agency, last_day) where ended_at is null;
create index absence_stood_in on dossiers.absence (substitute, last_day) where ended_at is null;
