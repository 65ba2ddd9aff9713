package org.motcua.organisation.model;

import java.io.IOException;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.AgencyKind;
import org.motcua.organisation.DepartmentKind;
import org.motcua.organisation.Unit;
import org.motcua.organisation.UnitCode;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes by {@code COPY}: the country comes in thousands of rows at a time. */
@Repository
class JdbcCountryStore implements CountryStore {

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  JdbcCountryStore(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  @Override
  public void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('organisation.country'))")
        .query((row, number) -> number)
        .single();
  }

  @Override
  public boolean isEmpty() {
    return jdbc.sql("select not exists (select from organisation.unit)")
        .query(Boolean.class)
        .single();
  }

  @Override
  public List<Unit> listUnits() {
    return jdbc.sql(
            """
            select code, name, full_name, parent, valid_from, valid_to from organisation.unit
            order by code, valid_from
            """)
        .query(JdbcCountryStore::unit)
        .list();
  }

  @Override
  public List<Agency> listAgencies() {
    return jdbc.sql(
            """
            select id, name, kind, department, unit, parent, valid_from, valid_to, successor
            from organisation.agency order by id
            """)
        .query(JdbcCountryStore::agency)
        .list();
  }

  @Override
  public List<Succession> listSuccessions() {
    return jdbc.sql(
            """
            select from_code, from_began, to_code, to_began from organisation.unit_succession
            order by from_code, from_began, to_code
            """)
        .query(JdbcCountryStore::succession)
        .list();
  }

  @Override
  public void addUnits(List<Unit> units) {
    copy(
        "organisation.unit (code, name, full_name, parent, valid_from, valid_to)",
        units.stream()
            .map(
                u ->
                    row(u.code(), u.name(), u.fullName(), u.parent(), u.validFrom(), u.validTo())));
  }

  @Override
  public void addAgencies(List<Agency> agencies) {
    copy(
        "organisation.agency"
            + " (id, name, kind, department, unit, parent, valid_from, valid_to, successor)",
        agencies.stream()
            .map(
                a ->
                    row(
                        a.id(),
                        a.name(),
                        a.kind(),
                        a.department(),
                        a.unit(),
                        a.parent(),
                        a.validFrom(),
                        a.validTo(),
                        a.successor())));
  }

  @Override
  public void addSuccessions(List<Succession> successions) {
    copy(
        "organisation.unit_succession (from_code, from_began, to_code, to_began)",
        successions.stream().map(s -> row(s.from(), s.fromBegan(), s.to(), s.toBegan())));
  }

  private void copy(String table, Stream<String> rows) {
    var text = rows.collect(Collectors.joining());
    template.execute(
        (ConnectionCallback<Long>)
            connection -> {
              try {
                return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new StringReader(text));
              } catch (IOException e) {
                throw new DataAccessResourceFailureException("COPY failed", e);
              }
            });
  }

  /** One line of PostgreSQL's text format. */
  private static String row(@Nullable Object... values) {
    return Arrays.stream(values)
        .map(value -> value == null ? "\\N" : escape(value.toString()))
        .collect(Collectors.joining("\t", "", "\n"));
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  @Override
  public void endUnits(List<Unit> units, LocalDate end) {
    jdbc.sql(
            """
            update organisation.unit u set valid_to = :end
            from unnest(:codes::text[], :began::date[]) as ended (code, began)
            where u.code = ended.code and u.valid_from = ended.began
            """)
        .param("end", end)
        .param("codes", array(units, Unit::code))
        .param("began", array(units, Unit::validFrom))
        .update();
  }

  @Override
  public void reviseAgencies(List<Agency> agencies) {
    jdbc.sql(
            """
            update organisation.agency a
            set name = r.name, unit = r.unit, parent = r.parent, valid_to = r.valid_to,
                successor = r.successor
            from unnest(:ids::text[], :names::text[], :units::text[], :parents::text[],
                        :ends::date[], :successors::text[])
                 as r (id, name, unit, parent, valid_to, successor)
            where a.id = r.id
            """)
        .param("ids", array(agencies, Agency::id))
        .param("names", array(agencies, Agency::name))
        .param("units", array(agencies, Agency::unit))
        .param("parents", array(agencies, Agency::parent))
        .param("ends", array(agencies, Agency::validTo))
        .param("successors", array(agencies, Agency::successor))
        .update();
  }

  private static <T> @Nullable String[] array(List<T> rows, Function<T, @Nullable Object> column) {
    return rows.stream()
        .map(column)
        .map(value -> value == null ? null : value.toString())
        .toArray(String[]::new);
  }

  @Override
  public void announceChange() {
    jdbc.sql("select pg_notify(:channel, '')")
        .param("channel", CHANNEL)
        .query((row, number) -> number)
        .single();
  }

  private static Unit unit(ResultSet row, int number) throws SQLException {
    return new Unit(
        new UnitCode(row.getString("code")),
        row.getString("name"),
        row.getString("full_name"),
        unitCode(row.getString("parent")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }

  private static Agency agency(ResultSet row, int number) throws SQLException {
    var department = row.getString("department");
    return new Agency(
        new AgencyId(row.getString("id")),
        row.getString("name"),
        AgencyKind.valueOf(row.getString("kind")),
        department == null ? null : DepartmentKind.valueOf(department),
        unitCode(row.getString("unit")),
        agencyId(row.getString("parent")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        agencyId(row.getString("successor")));
  }

  private static Succession succession(ResultSet row, int number) throws SQLException {
    return new Succession(
        new UnitCode(row.getString("from_code")),
        row.getObject("from_began", LocalDate.class),
        new UnitCode(row.getString("to_code")),
        row.getObject("to_began", LocalDate.class));
  }

  private static @Nullable UnitCode unitCode(@Nullable String value) {
    return value == null ? null : new UnitCode(value);
  }

  private static @Nullable AgencyId agencyId(@Nullable String value) {
    return value == null ? null : new AgencyId(value);
  }
}
