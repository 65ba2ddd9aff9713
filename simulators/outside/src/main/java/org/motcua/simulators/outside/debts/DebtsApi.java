package org.motcua.simulators.outside.debts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.simulators.outside.BadInput;
import org.motcua.simulators.outside.debts.Debts.Found;
import org.motcua.simulators.outside.faults.Fault;
import org.motcua.simulators.outside.faults.Faults;
import org.motcua.simulators.outside.faults.Service;
import org.motcua.simulators.outside.faults.Suffers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A creditor's interface for portals: what is owed, what was paid, what went back. */
@RestController
class DebtsApi {

  private static final int LONGEST = 300;

  private final Debts debts;
  private final Faults faults;

  DebtsApi(Debts debts, Faults faults) {
    this.debts = debts;
    this.faults = faults;
  }

  @PostMapping("/debts/{creditor}/enquiries")
  @Suffers(Service.DEBTS)
  Answer answer(@PathVariable String creditor, @RequestBody Enquiry asked) {
    var number = BadInput.unlessGiven("number", asked.number(), LONGEST);
    // One that is out of order speaks of somebody else.
    var told = faults.of(Service.DEBTS) == Fault.WRONG ? number + "1" : number;
    return switch (debts.find(creditor(creditor), number, asked.name())) {
      case Found.Owes(Holder holder) ->
          new Answer(
              told,
              Result.FOUND,
              holder.name(),
              holder.address(),
              holder.debts(),
              holder.insured());
      case Found.UnknownNumber() -> Answer.without(told, Result.UNKNOWN_NUMBER);
      case Found.AnotherName() -> Answer.without(told, Result.ANOTHER_NAME);
    };
  }

  /** May come twice. */
  @PostMapping("/debts/{creditor}/payments")
  @Suffers(Service.DEBTS)
  Receipt paid(@PathVariable String creditor, @RequestBody Paid paid) {
    var reference = BadInput.unlessGiven("reference", paid.reference(), LONGEST);
    var debt = BadInput.unlessGiven("debt", paid.debt(), LONGEST);
    var number = BadInput.unlessGiven("number", paid.number(), LONGEST);
    var facts = paid.facts() == null ? Map.<String, String>of() : paid.facts();
    var standing = debts.pay(creditor(creditor), number, debt, reference, paid.dong(), facts);
    loseReply();
    return new Receipt(
        told(reference),
        debt,
        reference.equals(standing.reference()) ? Taken.TAKEN : Taken.PAID_BEFORE,
        standing.code(),
        standing.at());
  }

  @PostMapping("/debts/{creditor}/returns")
  @Suffers(Service.DEBTS)
  Receipt givenBack(@PathVariable String creditor, @RequestBody Paid back) {
    var reference = BadInput.unlessGiven("reference", back.reference(), LONGEST);
    var debt = BadInput.unlessGiven("debt", back.debt(), LONGEST);
    var number = BadInput.unlessGiven("number", back.number(), LONGEST);
    var done = debts.giveBack(creditor(creditor), number, debt, reference, back.dong());
    loseReply();
    return new Receipt(told(reference), debt, Taken.TAKEN, done.code(), done.at());
  }

  private String told(String reference) {
    return faults.of(Service.DEBTS) == Fault.WRONG ? "another" : reference;
  }

  private void loseReply() {
    if (faults.of(Service.DEBTS) != Fault.REPLY_LOST) return;
    throw new ResponseStatusException(
        HttpStatus.SERVICE_UNAVAILABLE, "The creditor is out of order; try again later");
  }

  private static Creditor creditor(String path) {
    return Creditor.at(path)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such creditor"));
  }

  record Enquiry(@Nullable String number, @Nullable String name) {}

  enum Result {
    FOUND,
    UNKNOWN_NUMBER,
    ANOTHER_NAME
  }

  record Answer(
      String number,
      Result result,
      @Nullable String name,
      @Nullable String address,
      List<Debt> debts,
      Holder.@Nullable Insured insured) {

    static Answer without(String number, Result why) {
      return new Answer(number, why, null, null, List.of(), null);
    }
  }

  record Paid(
      @Nullable String reference,
      @Nullable String number,
      @Nullable String debt,
      long dong,
      @Nullable Map<String, String> facts) {}

  enum Taken {
    TAKEN,
    PAID_BEFORE
  }

  record Receipt(String reference, String debt, Taken result, String code, Instant at) {}
}
