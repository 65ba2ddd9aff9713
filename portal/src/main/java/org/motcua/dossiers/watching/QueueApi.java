package org.motcua.dossiers.watching;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.motcua.platform.api.Speech;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The same for programs, without a token. */
@RestController("agencyQueueApi")
@Tag(name = "Agencies")
class QueueApi {

  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private final WatchQueue queues;

  QueueApi(WatchQueue queues) {
    this.queues = queues;
  }

  @GetMapping("/api/agencies/{code}/queue")
  @Operation(
      summary = "How an agency's queue goes",
      description =
          "For everybody, without a token. Of fewer than five nobody is told how many there are;"
              + " a sum of which a part is not told is told without it (atLeast).",
      security = {})
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404", description = "No such agency")
  ResponseEntity<QueueView> one(
      @Parameter(
              description = "Code of the agency, by QCVN 102:2016 or Decision 20/2020",
              example = "000.03.12.H49")
          @PathVariable
          String code,
      HttpServletRequest request) {
    return queues
        .of(code, Speech.of(request))
        .map(queue -> ResponseEntity.ok().cacheControl(CacheControl.maxAge(GOOD_FOR)).body(queue))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such agency"));
  }
}
