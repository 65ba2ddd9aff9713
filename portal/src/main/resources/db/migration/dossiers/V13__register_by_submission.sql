-- Form 06: what an agency received, in the order in which it came.
create index dossier_in_register on dossiers.dossier (agency, submitted_at, id) where status > 0;
