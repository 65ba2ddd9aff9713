package org.motcua.bills;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.bills.model.BillSource;
import org.motcua.bills.model.Creditor;
import org.motcua.bills.model.Enquiry;
import org.motcua.bills.model.Found;
import org.motcua.payments.Fact;
import org.motcua.platform.calling.Caller;
import org.motcua.platform.calling.OutOfOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creditors that speak our own contract over HTTP: {@code /enquiries}, {@code /payments} and {@code
 * /returns} below each one's address, as docs/bills.md says. One that speaks otherwise is another
 * {@link BillSource}.
 */
@Component
class OutsideSource implements BillSource {

  static final String WHO = "A creditor";

  private static final Logger log = LoggerFactory.getLogger(OutsideSource.class);

  private final Map<Creditor, String> addresses = new EnumMap<>(Creditor.class);
  private final Caller caller;
  private final Duration patience;

  OutsideSource(
      JsonMapper json, Environment settings, @Value("${motcua.bills.patience}") Duration patience) {
    this.caller = new Caller(WHO, json);
    this.patience = patience;
    for (var creditor : Creditor.values()) {
      Binder.get(settings)
          .bind("motcua.bills.sources." + creditor.path(), String.class)
          .ifBound(address -> addresses.put(creditor, address));
    }
  }

  @Override
  public boolean serves(Creditor creditor) {
    return !addresses.getOrDefault(creditor, "").isBlank();
  }

  @Override
  public Found lookUp(Enquiry enquiry) {
    var asked = new LinkedHashMap<String, @Nullable String>();
    asked.put("number", enquiry.number());
    asked.put("name", enquiry.name());
    try {
      var answer = caller.post(address(enquiry.creditor(), "enquiries"), asked, patience);
      return new CreditorsAnswer(answer).found(enquiry);
    } catch (OutOfOrder e) {
      log.warn("No word from {}: {}", enquiry.creditor(), e.getMessage());
      return new Found.Silent();
    }
  }

  /** What is told of a payment, or of its going back. */
  private record Told(
      String reference, String number, String debt, long dong, Map<Fact, String> facts) {}

  @Override
  public Heard paid(
      Creditor creditor,
      String number,
      String debt,
      String reference,
      long dong,
      Map<Fact, String> facts) {
    var told = new Told(reference, number, debt, dong, facts);
    var answer = caller.post(address(creditor, "payments"), told, patience);
    return new CreditorsAnswer(answer).heard(reference, debt);
  }

  @Override
  public void givenBack(
      Creditor creditor, String number, String debt, String reference, long dong) {
    var told = new Told(reference, number, debt, dong, Map.of());
    var answer = caller.post(address(creditor, "returns"), told, patience);
    new CreditorsAnswer(answer).heard(reference, debt);
  }

  private String address(Creditor creditor, String what) {
    return addresses.get(creditor) + "/" + what;
  }
}
