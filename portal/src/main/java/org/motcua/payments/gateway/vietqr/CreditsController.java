package org.motcua.payments.gateway.vietqr;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.motcua.payments.gateway.vietqr.TakeCredit.Came;
import org.motcua.payments.model.MessageLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the bank tells of money that has come. Whatever is answered with 200 or 202 was taken in;
 * all else the bank tells again. Message and effect are one transaction.
 */
@RestController("bankCreditsController")
class CreditsController {

  private static final Logger log = LoggerFactory.getLogger(CreditsController.class);

  private static final int LARGEST = 16 * 1024;
  private static final String KIND = "credit";

  private final OurAccount ours;
  private final TakeCredit takeCredit;
  private final MessageLog messages;
  private final Shown shown;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final Clock clock;

  CreditsController(
      OurAccount ours,
      TakeCredit takeCredit,
      MessageLog messages,
      Shown shown,
      TransactionTemplate transaction,
      JsonMapper json,
      Clock clock) {
    this.ours = ours;
    this.takeCredit = takeCredit;
    this.messages = messages;
    this.shown = shown;
    this.transaction = transaction;
    this.json = json;
    this.clock = clock;
  }

  /** What is longer than any credit is cut, and so is none. */
  @PostMapping("/payments/bank/credits")
  ResponseEntity<Map<String, String>> take(HttpServletRequest request) throws IOException {
    var body = request.getInputStream().readNBytes(LARGEST);
    try {
      if (!isGenuine(request, body)) return refuse(body, HttpStatus.UNAUTHORIZED, "FORGED");
      var credit = Credit.read(body, json);
      return credit.isEmpty()
          ? refuse(body, HttpStatus.BAD_REQUEST, "MALFORMED")
          : transaction.execute(status -> take(credit.get(), body));
    } catch (DataAccessException | TransactionException e) {
      log.warn("A credit could not be taken in; it will come again", e);
      return answer(HttpStatus.SERVICE_UNAVAILABLE, "TROUBLE");
    }
  }

  private boolean isGenuine(HttpServletRequest request, byte[] body) {
    return ours.isSetUp()
        && ours.signature()
            .isOn(
                body,
                request.getHeader(BankSignature.TIME),
                request.getHeader(BankSignature.SIGNATURE),
                clock.instant());
  }

  private ResponseEntity<Map<String, String>> take(Credit credit, byte[] body) {
    var taken = takeCredit.take(credit);
    var status =
        switch (taken.came()) {
          case PAID, PART, SURPLUS, KNOWN_BEFORE -> HttpStatus.OK;
          case UNKNOWN -> HttpStatus.ACCEPTED; // a person will see to it
          case CONTRADICTORY -> HttpStatus.CONFLICT;
          case ELSEWHERE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    var known = taken.came() == Came.CONTRADICTORY ? null : taken.ref().orElse(null);
    messages.heard(
        VietQrGateway.ID,
        KIND,
        known,
        shown.ofBody(body),
        String.valueOf(status.value()),
        taken.came().name());
    return answer(status, taken.came().name());
  }

  private ResponseEntity<Map<String, String>> refuse(byte[] body, HttpStatus status, String why) {
    messages.heard(
        VietQrGateway.ID, KIND, null, shown.ofBody(body), String.valueOf(status.value()), why);
    return answer(status, why);
  }

  private static ResponseEntity<Map<String, String>> answer(HttpStatus status, String result) {
    return ResponseEntity.status(status).body(Map.of("result", result));
  }
}
