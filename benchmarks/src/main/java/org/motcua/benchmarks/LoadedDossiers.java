package org.motcua.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Dossiers of other years, brought in by plain SQL as a move from an older system would bring them:
 * copies of one that has lived here, with its history, for many applicants at all the province's
 * communes. Of a hundred, three are still open.
 */
final class LoadedDossiers implements AutoCloseable {

  private static final int BATCH = 20_000;

  private final Connection connection;
  private int count;

  LoadedDossiers(DatabaseServer database) throws SQLException {
    connection = database.connect();
  }

  /** The code of the n-th. */
  static String code(int n) {
    return "H49.99-190101-%07d".formatted(n);
  }

  int count() {
    return count;
  }

  void growTo(int wanted) throws SQLException {
    for (; count < wanted; count += Math.min(BATCH, wanted - count)) {
      copy(count, Math.min(wanted, count + BATCH));
    }
    try (var statement = connection.createStatement()) {
      for (var table : new String[] {"dossier", "entry", "handed_in", "sought"}) {
        statement.execute("vacuum analyze dossiers." + table);
      }
    }
  }

  private void copy(int from, int to) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          with model as (
            select * from dossiers.dossier
             where status = 10 and service = '%1$s' order by id limit 1),
          commune as (
            select id, row_number() over (order by id) - 1 as n, count(*) over () as communes
              from organisation.agency
             where id like '%%.H49' and id not like '000.00.%%'),
          made as (
            select n, md5('motcua' || n)::uuid as id,
                   case when n %% 100 in (1, 2) then 4 when n %% 100 = 3 then 1 else 10 end as status,
                   now() - make_interval(mins => 1000000 - n) as at
              from generate_series(%2$d, %3$d - 1) n),
          inserted as (
            insert into dossiers.dossier
              (id, code, applicant, applicant_name, phone, service, service_version,
               procedure_code, answers, status, agency, step, delivery, submitted_at, answer_by,
               accepted_at, due_at, finished_at, returned_at, changed_at)
            select made.id, 'H49.99-190101-' || lpad(made.n::text, 7, '0'),
                   md5('applicant' || made.n / 5)::uuid, model.applicant_name, '+84912340000',
                   model.service, model.service_version, model.procedure_code, model.answers,
                   made.status, commune.id, 3, 'COUNTER', made.at, made.at + interval '1 day',
                   made.at, now() + make_interval(mins => made.n %% 10000),
                   case when made.status = 10 then made.at end,
                   case when made.status = 10 then made.at end, made.at
              from made, model, commune
             where commune.n = made.n %% commune.communes
            returning id),
          findable as (
            insert into dossiers.sought (dossier, words)
            select made.id,
                   dossiers.words_sought(
                     commune.id, model.applicant_name, '+84912340000',
                     'H49.99-190101-' || lpad(made.n::text, 7, '0'))
              from made, model, commune
             where commune.n = made.n %% commune.communes
               and exists (select 1 from inserted where inserted.id = made.id)),
          told as (
            insert into dossiers.entry (id, dossier, at, event, status, step, actor, actor_name)
            select gen_random_uuid(), made.id, entry.at, entry.event, entry.status, entry.step,
                   entry.actor, entry.actor_name
              from made, model join dossiers.entry entry on entry.dossier = model.id
             where exists (select 1 from inserted where inserted.id = made.id))
          insert into dossiers.handed_in (dossier, number, at, answers, known, papers)
          select made.id, 1, made.at, model.answers, '{}', '[]'
            from made, model
           where exists (select 1 from inserted where inserted.id = made.id)
          """
              .formatted(FiledLife.SERVICE, from, to));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
