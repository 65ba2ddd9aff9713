package org.motcua.payments.gateway.vnpay;

import java.util.Map;
import org.motcua.payments.PaymentId;
import org.motcua.payments.gateway.AskGateways;
import org.motcua.payments.gateway.vnpay.TakeNotice.Answer;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Where VNPAY tells what has happened, and where it sends payers back to. */
@Controller
class VnpayController {

  private static final Logger log = LoggerFactory.getLogger(VnpayController.class);

  private final TakeNotice takeNotice;
  private final PaymentStore payments;
  private final AskGateways askGateways;

  VnpayController(TakeNotice takeNotice, PaymentStore payments, AskGateways askGateways) {
    this.takeNotice = takeNotice;
    this.payments = payments;
    this.askGateways = askGateways;
  }

  /** Always 200, as the protocol has it. */
  @GetMapping("/payments/vnpay/ipn")
  @ResponseBody
  ResponseEntity<Map<String, String>> notice(@RequestParam MultiValueMap<String, String> sent) {
    var answer = answer(sent);
    return ResponseEntity.ok(Map.of("RspCode", answer.code(), "Message", answer.message()));
  }

  /** A field that comes twice was tampered with: the first is what was signed, or nothing is. */
  private Answer answer(MultiValueMap<String, String> sent) {
    try {
      return takeNotice.take(sent.toSingleValueMap());
    } catch (DataAccessException | TransactionException e) {
      log.warn("A notice could not be taken in; it will come again", e);
      return Answer.FAULT;
    }
  }

  /**
   * The payer comes back. What his browser brings settles nothing; if the gateway has not told yet,
   * it is asked now.
   */
  @GetMapping(VnpayGateway.RETURN)
  String back(@RequestParam MultiValueMap<String, String> sent) {
    var fields = sent.toSingleValueMap();
    if (!takeNotice.isGenuine(fields)) throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    var attempt =
        payments
            .findAttempt(fields.getOrDefault("vnp_TxnRef", ""))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (attempt.status().underway()) askGateways.ask(attempt);
    return "redirect:" + page(attempt) + "?back";
  }

  private String page(Attempt attempt) {
    PaymentId payment = attempt.payment();
    return payments.find(payment).map(Payment::page).orElseThrow();
  }
}
