package org.motcua.simulators.outside.phones;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.BadInput;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.faults.Suffers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The provider's interface for programs: send a message, read what a phone received. */
@RestController
class SmsController {

  private static final int LONGEST_ID = 100;
  private static final int LONGEST_TEXT = 2_000;

  private final Phones phones;
  private final Faults faults;

  SmsController(Phones phones, Faults faults) {
    this.phones = phones;
    this.faults = faults;
  }

  @PostMapping("/sms")
  @Suffers(Service.SMS)
  ResponseEntity<?> send(@RequestBody Sms sms) {
    var id = BadInput.unlessGiven("id", sms.id(), LONGEST_ID);
    var to = PhoneNumber.parse(BadInput.unlessGiven("to", sms.to(), LONGEST_ID));
    var text = BadInput.unlessGiven("text", sms.text(), LONGEST_TEXT);
    var fault = faults.of(Service.SMS);
    if (fault == Fault.WRONG) return answer(Phones.Receipt.NEW);
    var receipt = phones.receive(id, to, text);
    return fault == Fault.REPLY_LOST
        ? problem(HttpStatus.SERVICE_UNAVAILABLE, "The provider is out of order; try again later")
        : answer(receipt);
  }

  private static ResponseEntity<?> answer(Phones.Receipt receipt) {
    return switch (receipt) {
      case NEW -> ResponseEntity.status(HttpStatus.CREATED).build();
      case KNOWN -> ResponseEntity.ok().build();
      case OTHER_MESSAGE_WITH_THIS_ID ->
          problem(HttpStatus.CONFLICT, "Another message was sent with this id");
    };
  }

  @GetMapping("/api/phones/{number}/messages")
  List<Received> messages(@PathVariable String number) {
    return phones.messagesOf(PhoneNumber.parse(number)).stream().map(Received::of).toList();
  }

  private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
    return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail)).build();
  }

  record Sms(@Nullable String id, @Nullable String to, @Nullable String text) {}

  record Received(String id, String to, String text, Instant receivedAt) {
    static Received of(TextMessage message) {
      return new Received(
          message.id(), message.to().digits(), message.text(), message.receivedAt());
    }
  }
}
