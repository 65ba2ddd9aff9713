package org.motcua.catalogue.exchanging;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.exchanging.Import.Counts;
import org.motcua.catalogue.exchanging.Import.State;
import org.motcua.catalogue.exchanging.ReportLine.Outcome;
import org.motcua.catalogue.exchanging.national.Finding;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.ids.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcImportStore implements ImportStore {

  private static final int PIECE = 256 * 1024;
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcImportStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public Optional<ImportId> add(ReceivedFile file, Sender sender, Instant at) {
    return jdbc.sql(
            """
            insert into catalogue.import (id, agency, sent_by, sender, file_name, checksum, bytes, state, received_at)
            values (:id, :agency, :sentBy, :sender, :fileName, :checksum, :bytes, 'WAITING', :at)
            on conflict (agency, checksum) where state <> 'FINISHED' do nothing
            returning id
            """)
        .param("id", NewId.next())
        .param("agency", sender.agency().value())
        .param("sentBy", sender.actor())
        .param("sender", sender.name())
        .param("fileName", file.name())
        .param("checksum", file.checksum())
        .param("bytes", file.bytes())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query((row, number) -> new ImportId(row.getObject("id", UUID.class)))
        .optional();
  }

  @Override
  public Optional<ImportId> findUnderWay(AgencyId agency, String checksum) {
    return jdbc.sql(
            """
            select id from catalogue.import
            where agency = :agency and checksum = :checksum and state <> 'FINISHED'
            """)
        .param("agency", agency.value())
        .param("checksum", checksum)
        .query((row, number) -> new ImportId(row.getObject("id", UUID.class)))
        .optional();
  }

  @Override
  public void addPieces(ImportId id, InputStream content) {
    try {
      var number = 0;
      for (var piece = content.readNBytes(PIECE);
          piece.length > 0;
          piece = content.readNBytes(PIECE)) {
        jdbc.sql(
                "insert into catalogue.import_piece (import, number, content)"
                    + " values (:id, :number, :content)")
            .param("id", id.value())
            .param("number", number++)
            .param("content", piece)
            .update();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Import> find(ImportId id) {
    return find(id, "");
  }

  @Override
  public Optional<Import> findForUpdate(ImportId id) {
    return find(id, " for update");
  }

  private Optional<Import> find(ImportId id, String locking) {
    return jdbc.sql("select * from catalogue.import where id = :id" + locking)
        .param("id", id.value())
        .query(JdbcImportStore::read)
        .optional();
  }

  @Override
  public List<Import> list(@Nullable AgencyId agency, @Nullable ImportId before, int limit) {
    return jdbc.sql(
            """
            select * from catalogue.import
            where (:agency::text is null or agency = :agency) and id < :before
            order by id desc
            limit :limit
            """)
        .param("agency", agency == null ? null : agency.value())
        .param("before", before == null ? new UUID(-1, -1) : before.value())
        .param("limit", limit)
        .query(JdbcImportStore::read)
        .list();
  }

  @Override
  public InputStream open(ImportId id, long position) {
    return new Pieces(id, position);
  }

  @Override
  public void saveProgress(Import progress) {
    var counts = progress.counts();
    jdbc.sql(
            """
            update catalogue.import
            set state = :state, position = :position, lines = :lines, created = :created, changed = :changed,
                unchanged = :unchanged, refused = :refused, remarked = :remarked, started_at = :startedAt,
                finished_at = :finishedAt
            where id = :id
            """)
        .param("id", progress.id().value())
        .param("state", progress.state().name())
        .param("position", progress.position())
        .param("lines", counts.lines())
        .param("created", counts.created())
        .param("changed", counts.changed())
        .param("unchanged", counts.unchanged())
        .param("refused", counts.refused())
        .param("remarked", counts.remarked())
        .param("startedAt", utc(progress.startedAt()))
        .param("finishedAt", utc(progress.finishedAt()))
        .update();
  }

  @Override
  public void removePieces(ImportId id) {
    jdbc.sql("delete from catalogue.import_piece where import = :id")
        .param("id", id.value())
        .update();
  }

  @Override
  public void addLines(ImportId id, Collection<ReportLine> lines) {
    if (lines.isEmpty()) return;
    jdbc.sql(
            """
            insert into catalogue.import_line (import, line, code, outcome, findings, remarked, excerpt)
            select :id, line, code, outcome, findings::jsonb, remarked, excerpt
            from unnest(:lines, :codes, :outcomes, :findings, :remarked, :excerpts)
                as of (line, code, outcome, findings, remarked, excerpt)
            """)
        .param("id", id.value())
        .param("lines", lines.stream().map(ReportLine::number).toArray(Integer[]::new))
        .param("codes", lines.stream().map(ReportLine::code).toArray(String[]::new))
        .param("outcomes", lines.stream().map(it -> it.outcome().name()).toArray(String[]::new))
        .param(
            "findings",
            lines.stream().map(it -> json.writeValueAsString(it.findings())).toArray(String[]::new))
        .param("remarked", lines.stream().map(ReportLine::isRemarked).toArray(Boolean[]::new))
        .param("excerpts", lines.stream().map(ReportLine::excerpt).toArray(String[]::new))
        .update();
  }

  @Override
  public Map<String, Integer> linesOf(ImportId id, Collection<String> codes) {
    return jdbc
        .sql(
            """
            select code, min(line) as line from catalogue.import_line
            where import = :id and code = any(:codes) and outcome <> 'REFUSED'
            group by code
            """)
        .param("id", id.value())
        .param("codes", codes.toArray(String[]::new))
        .query((row, number) -> Map.entry(row.getString("code"), row.getInt("line")))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public List<ReportLine> listLines(ImportId id, Filter filter, int after, int limit) {
    var outcome = filter.outcome();
    var only =
        (outcome == null ? "" : "and outcome = :outcome ")
            + (filter.remarked() ? "and remarked" : "");
    return jdbc.sql(
            """
            select line, code, outcome, findings, excerpt from catalogue.import_line
            where import = :id and line > :after %s
            order by line
            limit :limit
            """
                .formatted(only))
        .param("id", id.value())
        .param("outcome", outcome == null ? null : outcome.name())
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, number) ->
                new ReportLine(
                    row.getInt("line"),
                    row.getString("code"),
                    Outcome.valueOf(row.getString("outcome")),
                    json.readValue(row.getString("findings"), FINDINGS),
                    row.getString("excerpt")))
        .list();
  }

  private static Import read(ResultSet row, int number) throws SQLException {
    return new Import(
        new ImportId(row.getObject("id", UUID.class)),
        new Sender(
            new AgencyId(row.getString("agency")),
            row.getString("sent_by"),
            row.getString("sender")),
        row.getString("file_name"),
        row.getLong("bytes"),
        State.valueOf(row.getString("state")),
        row.getLong("position"),
        new Counts(
            row.getInt("lines"),
            row.getInt("created"),
            row.getInt("changed"),
            row.getInt("unchanged"),
            row.getInt("refused"),
            row.getInt("remarked")),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("started_at", OffsetDateTime.class)),
        instant(row.getObject("finished_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  /** A file's pieces one behind the other, one at a time in memory. */
  private final class Pieces extends InputStream {

    private final ImportId id;
    private int number;
    private int next;
    private byte[] piece;

    Pieces(ImportId id, long position) {
      this.id = id;
      number = (int) (position / PIECE);
      next = (int) (position % PIECE);
      piece = load();
    }

    @Override
    public int read() {
      if (next >= piece.length) {
        if (piece.length < PIECE) return -1;
        number++;
        next = 0;
        piece = load();
        if (piece.length == 0) return -1;
      }
      return piece[next++] & 0xFF;
    }

    private byte[] load() {
      return jdbc.sql(
              "select content from catalogue.import_piece where import = :id and number = :number")
          .param("id", id.value())
          .param("number", number)
          .query((row, n) -> row.getBytes("content"))
          .optional()
          .orElse(new byte[0]);
    }
  }
}
