package org.motcua.simulators.outside.electricity;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.electricity.Application.Paper;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.faults.Suffers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The company's interface for portals: hand a request over, send its papers, ask how far it is. */
@RestController
class ElectricityApi {

  private static final String ANOTHER = "H00.30-000000-0000";

  private final Requests requests;
  private final PaperFiles files;
  private final Faults faults;

  ElectricityApi(Requests requests, PaperFiles files, Faults faults) {
    this.requests = requests;
    this.files = files;
    this.faults = faults;
  }

  /** May come twice: the same dossier gets the same document code. */
  @PostMapping("/electricity/requests")
  @Suffers(Service.ELECTRICITY)
  Receipt receive(@RequestBody Application.Sent sent) {
    var request = requests.receive(Application.of(sent));
    loseReply();
    var receipt =
        new Receipt(request.documentCode(), request.application().dossier(), missing(request));
    return faults.of(Service.ELECTRICITY) == Fault.WRONG ? receipt.ofAnother() : receipt;
  }

  @PutMapping("/electricity/requests/{code}/papers/{sha256}")
  @Suffers(Service.ELECTRICITY)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void paper(@PathVariable String code, @PathVariable String sha256, InputStream content)
      throws IOException {
    var wanted = request(code).application().papers().stream().map(Paper::sha256);
    if (wanted.noneMatch(sha256::equals)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No paper of this request");
    }
    files.keep(sha256, content);
    loseReply();
  }

  @GetMapping("/electricity/requests/{code}")
  @Suffers(Service.ELECTRICITY)
  State state(@PathVariable String code) {
    var state = State.of(request(code));
    return faults.of(Service.ELECTRICITY) == Fault.WRONG ? state.ofAnother() : state;
  }

  private List<String> missing(PowerRequest request) {
    return request.application().papers().stream()
        .map(Paper::sha256)
        .distinct()
        .filter(sha256 -> !files.has(sha256))
        .toList();
  }

  private void loseReply() {
    if (faults.of(Service.ELECTRICITY) != Fault.REPLY_LOST) return;
    throw new ResponseStatusException(
        HttpStatus.SERVICE_UNAVAILABLE, "The company is out of order; try again later");
  }

  private PowerRequest request(String code) {
    return requests
        .find(code)
        .orElseThrow(() -> new NoSuchElementException("No request has the code " + code));
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Problem unknown(NoSuchElementException e) {
    return new Problem(e.getMessage());
  }

  record Problem(@Nullable String detail) {}

  /**
   * @param missingPapers hashes of the papers that have not arrived yet
   */
  record Receipt(String documentCode, String dossier, List<String> missingPapers) {

    /** What a company that is out of order answers: a receipt for somebody else's application. */
    Receipt ofAnother() {
      return new Receipt(documentCode, ANOTHER, List.of());
    }
  }

  record State(
      String documentCode, String dossier, Stage stage, boolean ended, List<Happened> history) {

    static State of(PowerRequest request) {
      return new State(
          request.documentCode(),
          request.application().dossier(),
          request.stage(),
          request.stage().ended(),
          request.history().stream().map(Happened::of).toList());
    }

    /** What a company that is out of order tells: the state of a request that is not this one. */
    State ofAnother() {
      return new State(documentCode, ANOTHER, Stage.ENERGISED, true, history);
    }
  }

  record Happened(Stage stage, Instant at, String vi, String en, @Nullable String note) {

    static Happened of(Step step) {
      return new Happened(
          step.stage(), step.at(), step.stage().vietnamese(), step.stage().english(), step.note());
    }
  }
}
