package org.motcua.catalogue.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.model.Version.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVersionStore implements VersionStore {

  private static final String COLUMNS =
      "code, number, change, effective_from, published_at, published_by";

  private final JdbcClient jdbc;

  JdbcVersionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Version> findInForce(ProcedureCode code, LocalDate on) {
    return jdbc.sql(
            """
            select %s from catalogue.version
            where code = :code and effective_from <= :on
            order by effective_from desc, number desc
            limit 1
            """
                .formatted(COLUMNS))
        .param("code", code.value())
        .param("on", on)
        .query(JdbcVersionStore::version)
        .optional();
  }

  @Override
  public Optional<Version> find(ProcedureCode code, int number) {
    return jdbc.sql(
            "select %s from catalogue.version where code = :code and number = :number"
                .formatted(COLUMNS))
        .param("code", code.value())
        .param("number", number)
        .query(JdbcVersionStore::version)
        .optional();
  }

  @Override
  public List<Version> list(ProcedureCode code, int limit) {
    return jdbc.sql(
            """
            select %s from catalogue.version
            where code = :code
            order by effective_from desc, number desc
            limit :limit
            """
                .formatted(COLUMNS))
        .param("code", code.value())
        .param("limit", limit)
        .query(JdbcVersionStore::version)
        .list();
  }

  @Override
  public Procedure getText(Version version) {
    return ProcedureJson.read(
        jdbc.sql("select content from catalogue.version where code = :code and number = :number")
            .param("code", version.code().value())
            .param("number", version.number())
            .query(String.class)
            .single());
  }

  @Override
  public void lock(ProcedureCode code) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('catalogue.version ' || :code, 0))")
        .param("code", code.value())
        .query((row, number) -> true)
        .single();
  }

  @Override
  public boolean differs(Version version, Procedure text) {
    return jdbc.sql(
            """
            select content <> :content::jsonb from catalogue.version
            where code = :code and number = :number
            """)
        .param("code", version.code().value())
        .param("number", version.number())
        .param("content", ProcedureJson.write(text))
        .query(Boolean.class)
        .single();
  }

  @Override
  public Version add(NewVersion version) {
    return jdbc.sql(
            """
            insert into catalogue.version
                (code, number, change, effective_from, published_at, published_by, content, awaited)
            select :code, coalesce(max(number), 0) + 1, :change, :effectiveFrom, :publishedAt, :publishedBy,
                :content::jsonb, true
            from catalogue.version where code = :code
            returning %s
            """
                .formatted(COLUMNS))
        .param("code", version.text().code().value())
        .param("change", version.change().name())
        .param("effectiveFrom", version.effectiveFrom())
        .param("publishedAt", version.publishedAt().atOffset(ZoneOffset.UTC))
        .param("publishedBy", version.publishedBy())
        .param("content", ProcedureJson.write(version.text()))
        .query(JdbcVersionStore::version)
        .single();
  }

  @Override
  public void bringIntoForce(ProcedureCode code, LocalDate today) {
    jdbc.sql(
            """
            insert into catalogue.procedure as present
                (code, name, content, state, version, effective_from, changed_at)
            select code, content ->> 'name', content,
                case change when 'ABOLISHED' then 'ABOLISHED' else 'IN_FORCE' end,
                number, effective_from, now()
            from catalogue.version
            where code = :code and effective_from <= :today
            order by effective_from desc, number desc
            limit 1
            on conflict (code) do update
            set name = excluded.name, content = excluded.content, state = excluded.state,
                version = excluded.version, effective_from = excluded.effective_from,
                changed_at = excluded.changed_at
            where present.version <> excluded.version
            """)
        .param("code", code.value())
        .param("today", today)
        .update();
    jdbc.sql(
            """
            update catalogue.version set awaited = false
            where code = :code and effective_from <= :today and awaited
            """)
        .param("code", code.value())
        .param("today", today)
        .update();
  }

  @Override
  public void lockAll(Collection<ProcedureCode> codes) {
    jdbc.sql(
            """
            select count(pg_advisory_xact_lock(key))
            from (select hashtextextended('catalogue.version ' || code, 0) as key
                from unnest(:codes) as code order by key) as keys
            """)
        .param("codes", values(codes))
        .query((row, number) -> true)
        .single();
  }

  @Override
  public Map<ProcedureCode, Integer> takeInAll(
      Collection<Procedure> texts, LocalDate today, Instant at, String by) {
    var codes = values(texts.stream().map(Procedure::code).toList());
    var numbers = new HashMap<ProcedureCode, Integer>();
    jdbc.sql(
            """
            insert into catalogue.version
                (code, number, change, effective_from, published_at, published_by, content, awaited)
            select text.code,
                (select coalesce(max(number), 0) + 1 from catalogue.version as earlier where earlier.code = text.code),
                'TAKEN_IN', :today, :at, :by, text.content::jsonb, false
            from unnest(:codes, :contents) as text (code, content)
            left join lateral (
                select change, content from catalogue.version as held
                where held.code = text.code and held.effective_from <= :today
                order by held.effective_from desc, held.number desc
                limit 1) as held on true
            where held.change is null or held.change = 'ABOLISHED' or held.content <> text.content::jsonb
            returning code, number
            """)
        .param("today", today)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .param("codes", codes)
        .param("contents", texts.stream().map(ProcedureJson::write).toArray(String[]::new))
        .query(
            row -> {
              numbers.put(new ProcedureCode(row.getString("code")), row.getInt("number"));
            });
    if (!numbers.isEmpty()) bringIntoForce(numbers, today);
    return numbers;
  }

  private void bringIntoForce(Map<ProcedureCode, Integer> versions, LocalDate today) {
    var codes = values(versions.keySet());
    jdbc.sql(
            """
            insert into catalogue.procedure as present
                (code, name, content, state, version, effective_from, changed_at)
            select version.code, content ->> 'name', content, 'IN_FORCE', version.number, effective_from, now()
            from unnest(:codes, :numbers) as taken (code, number)
            join catalogue.version as version on version.code = taken.code and version.number = taken.number
            on conflict (code) do update
            set name = excluded.name, content = excluded.content, state = excluded.state,
                version = excluded.version, effective_from = excluded.effective_from,
                changed_at = excluded.changed_at
            """)
        .param("codes", codes)
        .param("numbers", versions.values().toArray(Integer[]::new))
        .update();
    jdbc.sql(
            """
            update catalogue.version set awaited = false
            where code = any(:codes) and effective_from <= :today and awaited
            """)
        .param("codes", codes)
        .param("today", today)
        .update();
  }

  private static String[] values(Collection<ProcedureCode> codes) {
    return codes.stream().map(ProcedureCode::value).toArray(String[]::new);
  }

  @Override
  public List<ProcedureCode> listDue(LocalDate today, int limit) {
    return jdbc.sql(
            """
            select distinct code from catalogue.version
            where awaited and effective_from <= :today
            order by code
            limit :limit
            """)
        .param("today", today)
        .param("limit", limit)
        .query((row, number) -> new ProcedureCode(row.getString("code")))
        .list();
  }

  private static Version version(ResultSet row, int number) throws SQLException {
    return new Version(
        new ProcedureCode(row.getString("code")),
        row.getInt("number"),
        Change.valueOf(row.getString("change")),
        row.getObject("effective_from", LocalDate.class),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        row.getString("published_by"));
  }
}
