package org.motcua.simulators.outside.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.motcua.simulators.outside.Page;
import org.motcua.simulators.outside.bank.Movement.Kind;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.faults.Suffers;
import org.motcua.simulators.outside.gateways.DaySums;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What came to an account and went from it on a day: {@code id,account,kind,dong,text,at}. Payment
 * gateways pass on a day's money the next morning, as one credit with the text {@code VNPAY} and
 * the day.
 */
@RestController("bankStatementController")
class StatementController {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
  private static final String HEADER = "id,account,kind,dong,text,at\n";
  private static final LocalTime PASSED_ON_AT = LocalTime.of(8, 0);

  private final Movements movements;
  private final List<DaySums> gateways;
  private final String account;

  StatementController(
      Movements movements,
      List<DaySums> gateways,
      @Value("${outside.bank.account}") String account) {
    this.movements = movements;
    this.gateways = gateways;
    this.account = account;
  }

  @GetMapping("/bank/statements/{account}/{day}.csv")
  @Suffers(Service.BANK)
  ResponseEntity<String> statement(
      @PathVariable String account,
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    if (!account.equals(this.account)) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    var lines = new StringBuilder(HEADER);
    for (var gateway : gateways) passedOn(gateway, day.minusDays(1), lines);
    for (var movement : movements.listOf(account, day)) {
      line(lines, movement.id(), movement.kind(), movement.dong(), movement.text(), movement.at());
    }
    return ResponseEntity.ok().contentType(CSV).body(lines.toString());
  }

  /** What was given back on that day is taken off; more than came is taken from the account. */
  private void passedOn(DaySums gateway, LocalDate day, StringBuilder lines) {
    var sum = gateway.sumOf(day);
    if (sum == 0) return;
    line(
        lines,
        gateway.name() + "-" + day,
        sum > 0 ? Kind.CREDIT : Kind.DEBIT,
        Math.abs(sum),
        gateway.name() + " " + day,
        day.plusDays(1).atTime(PASSED_ON_AT).atZone(Page.COUNTRY_TIME).toInstant());
  }

  private void line(StringBuilder lines, String id, Kind kind, long dong, String text, Instant at) {
    var when = at.truncatedTo(ChronoUnit.SECONDS).atZone(Page.COUNTRY_TIME).toOffsetDateTime();
    lines.append(
        "%s,%s,%s,%d,%s,%s\n"
            .formatted(id, account, kind, dong, text.replaceAll("[,\"\\p{Cntrl}]", " "), when));
  }
}
