-- Who sat at the keyboard, when it was another than the applicant whose name the entry bears.
alter table dossiers.entry add column by_account uuid;
alter table dossiers.entry add column by_name text;
alter table dossiers.entry add constraint by_somebody check ((by_account is null) = (by_name is null));

-- Who acts for an applicant in one procedure sees those of that procedure.
create index dossier_of_applicant_by_procedure on dossiers.dossier (applicant, procedure_code, id);
