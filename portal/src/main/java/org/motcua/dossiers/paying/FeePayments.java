package org.motcua.dossiers.paying;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.Bilingual;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.Charge;
import org.motcua.dossiers.model.ChargeStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.eservices.Collecting;
import org.motcua.eservices.Fee;
import org.motcua.eservices.FeeLine;
import org.motcua.eservices.OnlineService;
import org.motcua.eservices.OnlineServices;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.payments.Beneficiaries;
import org.motcua.payments.Beneficiary;
import org.motcua.payments.Fact;
import org.motcua.payments.Item;
import org.motcua.payments.NewPayment;
import org.motcua.payments.Payer;
import org.motcua.payments.PaymentSummary;
import org.motcua.payments.PaymentSummary.Standing;
import org.motcua.payments.Payments;
import org.motcua.payments.Purpose;
import org.motcua.payments.Refunds;
import org.springframework.stereotype.Component;

/**
 * Asks for the fees of one dossier. What is owed besides, after something was paid, is a further
 * payment: {@code dossier:<id>}, {@code dossier:<id>/2} and so on. Without an account of the agency
 * fees are paid at its counter only.
 */
@Component
public class FeePayments {

  static final String PREFIX = "dossier:";
  static final String PORTAL = "system:dossiers";
  private static final Duration PATIENCE = Duration.ofDays(30);

  private final Payments payments;
  private final Refunds refunds;
  private final Beneficiaries beneficiaries;
  private final ChargeStore charges;
  private final OnlineServices services;
  private final Organisation organisation;
  private final Clock clock;

  FeePayments(
      Payments payments,
      Refunds refunds,
      Beneficiaries beneficiaries,
      ChargeStore charges,
      OnlineServices services,
      Organisation organisation,
      Clock clock) {
    this.payments = payments;
    this.refunds = refunds;
    this.beneficiaries = beneficiaries;
    this.charges = charges;
    this.services = services;
    this.organisation = organisation;
    this.clock = clock;
  }

  static String reference(DossierId id, int number) {
    return PREFIX + id + (number == 1 ? "" : "/" + number);
  }

  private List<PaymentSummary> all(DossierId id) {
    var all = new ArrayList<PaymentSummary>();
    for (var number = 1; ; number++) {
      var next = payments.find(reference(id, number));
      if (next.isEmpty()) return all;
      all.add(next.get());
    }
  }

  /** In dong, without what has gone back. */
  public long paid(DossierId id) {
    return all(id).stream()
        .filter(each -> each.standing() == Standing.PAID)
        .mapToLong(each -> each.total() - each.refunded())
        .sum();
  }

  /** What waits to be paid. */
  public Optional<PaymentSummary> open(DossierId id) {
    return all(id).stream()
        .filter(each -> each.standing() == Standing.OPEN || each.standing() == Standing.UNDERWAY)
        .findFirst();
  }

  /** Null where it was never asked for online, and cannot be. */
  public @Nullable PaidOnline told(Dossier dossier) {
    var all = all(dossier.id());
    var owed = charges.find(dossier.id()).filter(charge -> charge.settlement() == null).isPresent();
    var agency = dossier.agency();
    var payable = owed && isDue(dossier) && agency != null && beneficiaries.of(agency).isPresent();
    if (all.isEmpty() && !payable) return null;
    return new PaidOnline(
        payable,
        all.stream().anyMatch(each -> each.standing() == Standing.UNDERWAY),
        paid(dossier.id()),
        all.stream().mapToLong(PaymentSummary::refunded).sum());
  }

  static boolean isDue(Dossier dossier) {
    return switch (dossier.status()) {
      case DRAFT, REFUSED, STOPPED, WITHDRAWAL_REQUESTED -> false;
      default -> true;
    };
  }

  /** Empty if nothing of it is to be paid before it is handed in, or if that is paid. */
  public Optional<PaymentSummary> askBeforeSubmission(
      Dossier draft, AgencyId agency, OnlineService service, List<FeeLine> fees) {
    var first =
        fees.stream().filter(line -> line.dueBy(Collecting.When.BEFORE_SUBMISSION)).toList();
    return ask(draft, agency, service, first, "/my/dossiers/" + draft.id() + "/review");
  }

  /** All that is owed. */
  public Optional<PaymentSummary> askAll(Dossier dossier) {
    return askBy(dossier, Collecting.When.ON_RETURN);
  }

  Optional<PaymentSummary> askBy(Dossier dossier, Collecting.When when) {
    var owed = charges.find(dossier.id()).filter(charge -> charge.settlement() == null);
    var agency = dossier.agency();
    if (owed.isEmpty() || agency == null) return Optional.empty();
    var lines = owed.get().all().stream().filter(line -> line.dueBy(when)).toList();
    var service = services.get(dossier.service().slug(), dossier.service().version());
    return ask(dossier, agency, service, lines, "/my/dossiers/" + dossier.id());
  }

  private Optional<PaymentSummary> ask(
      Dossier dossier,
      AgencyId agency,
      OnlineService service,
      List<FeeLine> lines,
      String returnTo) {
    if (lines.isEmpty()) return Optional.empty();
    var paid = paid(dossier.id());
    var due = lines.stream().mapToLong(FeeLine::dong).sum() - paid;
    var to = beneficiaries.of(agency);
    if (due <= 0 || to.isEmpty()) return Optional.empty();
    var items = items(lines, paid, due, to.get());
    var contribution =
        lines.stream().allMatch(line -> line.collected().kind() == Collecting.Kind.CONTRIBUTION);
    return Optional.of(
        payments.request(
            new NewPayment(
                reference(dossier.id(), nextNumber(dossier.id())),
                contribution ? Purpose.CONTRIBUTION : Purpose.FEE,
                new Bilingual(service.name().vi(), service.name().en()),
                items,
                new Payer(dossier.applicant().account(), dossier.applicant().name(), null),
                facts(dossier, agency, service),
                "dossiers",
                returnTo,
                clock.instant().plus(PATIENCE))));
  }

  /** The first that is not paid. */
  private int nextNumber(DossierId id) {
    var number = 1;
    for (var each : all(id)) {
      if (each.standing() != Standing.PAID) return number;
      number++;
    }
    return number;
  }

  /** Line by line; after a part was paid, what is left as one. */
  private static List<Item> items(List<FeeLine> lines, long paid, long due, Beneficiary to) {
    if (paid > 0) {
      var name = lines.getFirst().name();
      return List.of(new Item("", new Bilingual(name.vi(), name.en()), due, to));
    }
    return lines.stream()
        .filter(line -> line.dong() > 0)
        .map(
            line ->
                new Item("", new Bilingual(line.name().vi(), line.name().en()), line.dong(), to))
        .toList();
  }

  private Map<Fact, String> facts(Dossier dossier, AgencyId agency, OnlineService service) {
    var facts = new EnumMap<Fact, String>(Fact.class);
    var code = dossier.code();
    if (code != null) facts.put(Fact.DOSSIER, code.value());
    facts.put(Fact.PROCEDURE, service.procedure().value());
    facts.put(Fact.PROCEDURE_NAME, service.name().vi());
    facts.put(Fact.SERVICE, service.slug().value());
    facts.put(Fact.AGENCY, agency.value());
    facts.put(Fact.AGENCY_NAME, organisation.getAgency(agency).name());
    return facts;
  }

  /** What was paid before it was handed in, less what it costs now, goes back. */
  public void handedIn(Dossier submitted, OnlineService service, List<FeeLine> fees, Instant now) {
    if (service.fees().stream().noneMatch(FeePayments::isPaidFirst)) return;
    var paid = paid(submitted.id());
    var total = fees.stream().mapToLong(FeeLine::dong).sum();
    cancelOpen(submitted.id(), "CHANGED");
    if (paid == 0) return;
    if (paid > total) {
      giveBack(submitted.id(), paid - total, "Số tiền phải nộp đã thay đổi", "less");
    }
    if (total > 0 && paid >= total) {
      charges.settle(submitted.id(), null, Charge.Settlement.online(now));
    }
  }

  private static boolean isPaidFirst(Fee fee) {
    return fee.collecting().when() == Collecting.When.BEFORE_SUBMISSION;
  }

  /** Nobody will ever hand it in. */
  public void discarded(DossierId id) {
    cancelOpen(id, "DISCARDED");
    giveBack(id, Long.MAX_VALUE, "Hồ sơ không được nộp", "discarded");
  }

  /** What is still on its way online goes back by itself. */
  public void paidAtTheCounter(DossierId id) {
    cancelOpen(id, "PAID_AT_COUNTER");
  }

  /** It ends without a result. */
  void ended(Dossier dossier) {
    cancelOpen(dossier.id(), dossier.status() == DossierStatus.REFUSED ? "REFUSED" : "STOPPED");
    var most =
        dossier.term().acceptedAt() == null
            ? Long.MAX_VALUE
            : charges.find(dossier.id()).map(Charge::refundable).orElse(0L);
    if (most > 0) giveBack(dossier.id(), most, "Hồ sơ không được giải quyết", "ended");
  }

  private void cancelOpen(DossierId id, String why) {
    for (var number = 1; number <= all(id).size(); number++) {
      payments.cancel(reference(id, number), why);
    }
  }

  private void giveBack(DossierId id, long most, String reason, String cause) {
    var left = most;
    for (var number = 1; number <= all(id).size() && left > 0; number++) {
      var reference = reference(id, number);
      left -= refunds.order(reference, left, reason, PORTAL, reference + ":" + cause);
    }
  }
}
