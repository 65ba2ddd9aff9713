package org.motcua.catalogue.exchanging;

import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.exchanging.ReportLine.Outcome;
import org.motcua.organisation.AgencyId;

/** Files on their way in and the reports on them, where every node finds them. */
interface ImportStore {

  /** What a report shows. */
  record Filter(@Nullable Outcome outcome, boolean remarked) {
    static final Filter ALL = new Filter(null, false);
  }

  /**
   * @return empty where the very file of this agency is under way already
   */
  Optional<ImportId> add(ReceivedFile file, Sender sender, Instant at);

  Optional<ImportId> findUnderWay(AgencyId agency, String checksum);

  void addPieces(ImportId id, InputStream content);

  Optional<Import> find(ImportId id);

  /** As {@link #find}; nobody else works on it until the transaction ends. */
  Optional<Import> findForUpdate(ImportId id);

  /** The newest first, those before the given one; all agencies' where none is given. */
  List<Import> list(@Nullable AgencyId agency, @Nullable ImportId before, int limit);

  /** The rest of the file from there on. */
  InputStream open(ImportId id, long position);

  void saveProgress(Import progress);

  /** The file itself is not needed any more. */
  void removePieces(ImportId id);

  void addLines(ImportId id, Collection<ReportLine> lines);

  /** Of those codes that earlier lines of this file have brought in: the first such line. */
  Map<String, Integer> linesOf(ImportId id, Collection<String> codes);

  List<ReportLine> listLines(ImportId id, Filter filter, int after, int limit);

  default void eachLine(ImportId id, Filter filter, int after, Consumer<ReportLine> reader) {
    var atOnce = 500;
    var lines = listLines(id, filter, after, atOnce);
    while (!lines.isEmpty()) {
      lines.forEach(reader);
      lines =
          lines.size() < atOnce
              ? List.of()
              : listLines(id, filter, lines.getLast().number(), atOnce);
    }
  }
}
