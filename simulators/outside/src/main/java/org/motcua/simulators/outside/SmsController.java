package org.motcua.simulators.outside;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.SmsProvider.Delivery;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
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

  private final SmsProvider provider;
  private final Phones phones;

  SmsController(SmsProvider provider, Phones phones) {
    this.provider = provider;
    this.phones = phones;
  }

  @PostMapping("/sms")
  ResponseEntity<?> send(@RequestBody Sms sms) throws InterruptedException {
    var id = required("id", sms.id(), LONGEST_ID);
    var to = PhoneNumber.parse(required("to", sms.to(), LONGEST_ID));
    var text = required("text", sms.text(), LONGEST_TEXT);
    return switch (provider.deliver(id, to, text)) {
      case Delivery.Taken taken -> answer(taken.receipt());
      case Delivery.Failed() ->
          problem(HttpStatus.SERVICE_UNAVAILABLE, "The provider is out of order; try again later");
    };
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

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuse(IllegalArgumentException badInput) {
    return problem(HttpStatus.BAD_REQUEST, badInput.getMessage());
  }

  private static String required(String field, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("The field '%s' is missing".formatted(field));
    }
    if (value.length() > longest) {
      throw new IllegalArgumentException(
          "The field '%s' has more than %d characters".formatted(field, longest));
    }
    return value;
  }

  private static ResponseEntity<ProblemDetail> problem(HttpStatus status, @Nullable String detail) {
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
