package org.motcua.simulators.outside.electricity;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.Journal;
import org.motcua.simulators.outside.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All requests, kept over restarts: each change is one line, and the last line of a code holds. */
@Component
class Requests {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyMM");

  private final Journal<PowerRequest> journal;
  private final Clock clock;
  private final Map<String, PowerRequest> byCode = new LinkedHashMap<>();
  private final Map<String, PowerRequest> byDossier = new LinkedHashMap<>();

  @Autowired
  Requests(@Value("${outside.data}") Path dataFolder, JsonMapper json, Clock clock) {
    this(new Journal<>(dataFolder.resolve("electricity.jsonl"), PowerRequest.class, json), clock);
  }

  Requests(Journal<PowerRequest> journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
    journal.read().forEach(this::take);
  }

  /** The same dossier sent twice is one request; what came first holds. */
  synchronized PowerRequest receive(Application application) {
    var known = byDossier.get(application.dossier());
    if (known != null) return known;
    var first = new Step(Stage.RECEIVED, clock.instant(), null);
    var request = new PowerRequest(nextCode(), application, List.of(first));
    journal.append(request);
    take(request);
    return request;
  }

  /** What does not lead on from where the request is changes nothing: two clicks are one. */
  synchronized Optional<PowerRequest> move(String code, Stage to, @Nullable String note) {
    return find(code)
        .map(
            request -> {
              if (!request.stage().leadsTo(to)) return request;
              var moved = request.with(new Step(to, clock.instant(), note));
              journal.append(moved);
              take(moved);
              return moved;
            });
  }

  synchronized Optional<PowerRequest> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The last one received first. */
  synchronized List<PowerRequest> latest(int limit) {
    return new ArrayList<>(byCode.values()).reversed().stream().limit(limit).toList();
  }

  private void take(PowerRequest request) {
    byCode.put(request.documentCode(), request);
    byDossier.put(request.application().dossier(), request);
  }

  private String nextCode() {
    var today = LocalDate.now(clock.withZone(Page.COUNTRY_TIME));
    return "PC09-%s-%06d".formatted(MONTH.format(today), byCode.size() + 1);
  }
}
