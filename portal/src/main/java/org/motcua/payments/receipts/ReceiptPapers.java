package org.motcua.payments.receipts;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motcua.documents.Bilingual;
import org.motcua.documents.CertificateOrder;
import org.motcua.documents.OfficialPaper;
import org.motcua.documents.Printing;
import org.motcua.documents.VerificationMark;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.Unit;
import org.motcua.payments.Fact;
import org.motcua.payments.Item;
import org.motcua.payments.gateway.counter.CounterGateway;
import org.motcua.payments.model.Attempt;
import org.motcua.payments.model.AttemptStatus;
import org.motcua.payments.model.Payment;
import org.motcua.payments.model.PaymentStore;
import org.motcua.payments.model.Receipt;
import org.motcua.payments.model.Receipt.Numbered;
import org.motcua.payments.model.ReceiptStore;
import org.motcua.platform.clock.CountryTime;
import org.motcua.platform.web.Formats;
import org.motcua.platform.web.Language;
import org.motcua.platform.web.Messages;
import org.motcua.platform.web.ui.SummaryRow;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes receipts: who issues them, and what stands on them. */
@Component
class ReceiptPapers {

  private static final Formats FORMATS = new Formats(Language.VIETNAMESE);

  /** Signs what no person signs. */
  private static final String SIGNER = "Hệ thống biên lai điện tử";

  private static final String SIGNERS_PLACE = "Cổng Dịch vụ công";

  /** What of the matter stands on it, in this order. */
  private static final List<Fact> PRINTED =
      List.of(
          Fact.DOSSIER,
          Fact.PROCEDURE_NAME,
          Fact.DECISION,
          Fact.DECISION_DATE,
          Fact.DECISION_BY,
          Fact.OFFENDER,
          Fact.OFFENCE,
          Fact.OFFENCE_AT,
          Fact.CUSTOMER,
          Fact.PERIOD,
          Fact.TAX_CODE);

  /** What of the matter everybody may read who holds the receipt. */
  private static final List<Fact> VERIFIED =
      List.of(
          Fact.DOSSIER, Fact.DECISION, Fact.OFFENDER, Fact.CUSTOMER, Fact.PERIOD, Fact.TAX_CODE);

  private final PaymentStore payments;
  private final ReceiptStore receipts;
  private final Organisation organisation;
  private final Printing printing;
  private final Messages messages;
  private final Clock clock;
  private final AgencyId operator;

  ReceiptPapers(
      PaymentStore payments,
      ReceiptStore receipts,
      Organisation organisation,
      Printing printing,
      Messages messages,
      Clock clock,
      @Value("${motcua.payments.receipts.operator}") String operator) {
    this.payments = payments;
    this.receipts = receipts;
    this.organisation = organisation;
    this.printing = printing;
    this.messages = messages;
    this.clock = clock;
    this.operator = new AgencyId(operator);
  }

  /** Who charges; for those who are no agency, such as an enterprise, whoever runs the portal. */
  Agency issuer(Payment payment) {
    return AgencyId.parse(CounterGateway.owner(payment))
        .flatMap(organisation::findAgency)
        .orElseGet(() -> organisation.getAgency(operator));
  }

  /** By the receipt's own id: however often it is ordered, it is one certificate. */
  CertificateOrder order(Receipt receipt, Payment payment) {
    var number = requireNonNull(receipt.numbered());
    var issuer = issuer(payment);
    return new CertificateOrder(
        "receipt:" + receipt.id(),
        number.text(),
        title(payment),
        issuer.id(),
        issuer.name(),
        SIGNER,
        SIGNERS_PLACE,
        facts(receipt, payment),
        dayOf(number.at()),
        null,
        mark -> html(receipt, payment, issuer, mark));
  }

  private Bilingual title(Payment payment) {
    return both("payments.receipt.title." + payment.purpose());
  }

  private List<org.motcua.documents.Fact> facts(Receipt receipt, Payment payment) {
    var facts = new ArrayList<org.motcua.documents.Fact>();
    facts.add(fact("payments.pay.payer", Bilingual.same(payment.payer().name())));
    facts.add(fact("payments.receipt.for", payment.title()));
    for (var fact : VERIFIED) {
      var value = payment.facts().get(fact);
      if (value != null) {
        facts.add(fact("payments.fact." + fact, read(fact, value)));
      }
    }
    facts.add(
        fact(
            "payments.pay.amount",
            new Bilingual(
                FORMATS.money(receipt.dong()),
                new Formats(Language.ENGLISH).money(receipt.dong()))));
    var paidAt = payment.paidAt();
    if (paidAt != null) {
      facts.add(
          fact(
              "payments.receipt.paid_at",
              new Bilingual(
                  FORMATS.dateTime(paidAt), new Formats(Language.ENGLISH).dateTime(paidAt))));
    }
    return facts;
  }

  private org.motcua.documents.Fact fact(String label, Bilingual value) {
    return new org.motcua.documents.Fact(both(label), value);
  }

  private Bilingual both(String key) {
    return new Bilingual(
        messages.text(Language.VIETNAMESE, key), messages.text(Language.ENGLISH, key));
  }

  private String html(Receipt receipt, Payment payment, Agency issuer, VerificationMark mark) {
    return printing.html(
        "payments/receipts/receipt",
        Map.of(
            "paper",
            head(payment, issuer, requireNonNull(receipt.numbered())),
            "receipt",
            paper(receipt, payment),
            "formats",
            FORMATS,
            "mark",
            mark));
  }

  private OfficialPaper head(Payment payment, Agency issuer, Numbered number) {
    var superior =
        issuer.parent() == null
            ? null
            : organisation.findAgency(issuer.parent()).map(Agency::name).orElse(null);
    var place =
        issuer.unit() == null
            ? null
            : organisation.findUnit(issuer.unit()).map(Unit::name).orElse(null);
    return new OfficialPaper(
        title(payment).vietnamese(), superior, issuer.name(), null, place, dayOf(number.at()));
  }

  private ReceiptPaper paper(Receipt receipt, Payment payment) {
    var former =
        receipt.replaces() == null ? null : receipts.find(receipt.replaces()).orElseThrow();
    return new ReceiptPaper(
        Series.form(payment.purpose()),
        requireNonNull(receipt.numbered()),
        former == null ? null : former.numbered(),
        lines(payment),
        payment.items(),
        payment.items().stream().map(Item::to).distinct().count() > 1,
        payment.total(),
        receipt.lessThan(payment),
        receipt.dong(),
        InWords.of(receipt.dong()),
        clock.instant());
  }

  private List<SummaryRow> lines(Payment payment) {
    var lines = new ArrayList<SummaryRow>();
    lines.add(line("payments.receipt.payer", payment.payer().name()));
    add(lines, payment, Fact.PAYER_ID_NUMBER);
    add(lines, payment, Fact.PAYER_ADDRESS);
    lines.add(line("payments.receipt.for", payment.title().vietnamese()));
    PRINTED.forEach(fact -> add(lines, payment, fact));
    brought(payment)
        .ifPresent(
            attempt -> {
              lines.add(line("payments.receipt.way", way(attempt)));
              lines.add(line("payments.receipt.transaction", transaction(attempt)));
            });
    var paidAt = payment.paidAt();
    if (paidAt != null) lines.add(line("payments.receipt.paid_at", FORMATS.dateTime(paidAt)));
    return lines;
  }

  private void add(List<SummaryRow> lines, Payment payment, Fact fact) {
    var value = payment.facts().get(fact);
    if (value != null) lines.add(line("payments.fact." + fact, read(fact, value).vietnamese()));
  }

  private SummaryRow line(String key, String value) {
    return SummaryRow.of(messages.text(Language.VIETNAMESE, key), value);
  }

  private static Bilingual read(Fact fact, String value) {
    return new Bilingual(
        FactText.of(fact, value, FORMATS), FactText.of(fact, value, new Formats(Language.ENGLISH)));
  }

  private Optional<Attempt> brought(Payment payment) {
    return payments.listAttempts(payment.id()).stream()
        .filter(attempt -> attempt.status() == AttemptStatus.SUCCEEDED)
        .findFirst();
  }

  private String way(Attempt attempt) {
    var name = messages.text(Language.VIETNAMESE, "payments.way." + attempt.way() + ".name");
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String transaction(Attempt attempt) {
    var brought = attempt.brought();
    return brought == null || brought.transaction().equals(attempt.ref())
        ? attempt.ref()
        : attempt.ref() + " / " + brought.transaction();
  }

  static LocalDate dayOf(Instant moment) {
    return moment.atZone(CountryTime.ZONE).toLocalDate();
  }
}
