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
import org.motcua.dossiers.model.Binding;
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

  /** In dong: what was paid and is not on its way back. */
  public long kept(DossierId id) {
    return kept(all(id));
  }

  private static long kept(List<PaymentSummary> all) {
    return all.stream().mapToLong(PaymentSummary::kept).sum();
  }

  /**
   * In dong: what counts as paid. What an officer gives back by hand is not owed again; what the
   * portal gave back by a rule, or a bank took, is.
   */
  long covered(DossierId id) {
    return covered(all(id));
  }

  private static long covered(List<PaymentSummary> all) {
    return all.stream()
        .filter(each -> each.standing() == Standing.PAID || each.refunded() >= each.total())
        .mapToLong(each -> each.total() - byRule(each))
        .sum();
  }

  private static long byRule(PaymentSummary payment) {
    return payment.backs().stream()
        .filter(back -> back.by().equals(PORTAL))
        .mapToLong(PaymentSummary.Back::dong)
        .sum();
  }

  /** What waits to be paid. */
  public Optional<PaymentSummary> open(DossierId id) {
    return all(id).stream()
        .filter(each -> each.standing() == Standing.OPEN || each.standing() == Standing.UNDERWAY)
        .findFirst();
  }

  /** Null where it costs nothing, and nothing was ever paid. */
  public @Nullable FeeStanding told(Dossier dossier) {
    var all = all(dossier.id());
    var charge = charges.find(dossier.id());
    if (all.isEmpty() && charge.isEmpty()) return null;
    var settled = charge.map(Charge::settlement).isPresent();
    var owed = charge.isPresent() && !settled && isDue(dossier);
    return FeeStanding.of(
        settled,
        owed,
        owed && takesOnline(dossier),
        charge.map(it -> it.all().stream().anyMatch(line -> isOnReturn(line))).orElse(false),
        all);
  }

  private static boolean isOnReturn(FeeLine line) {
    return line.collected().when() == Collecting.When.ON_RETURN;
  }

  /** Whether a result has to wait for money before it is handed over. */
  public boolean owes(Dossier dossier) {
    return charges.find(dossier.id()).filter(charge -> charge.settlement() == null).isPresent();
  }

  /** Whether its agency has an account. */
  public boolean takesOnline(Dossier dossier) {
    var agency = dossier.agency();
    return agency != null && beneficiaries.of(agency).isPresent();
  }

  static boolean isDue(Dossier dossier) {
    return switch (dossier.status()) {
      case DRAFT, REFUSED, STOPPED, WITHDRAWAL_REQUESTED -> false;
      default -> true;
    };
  }

  /** What of a draft is to be paid before it is handed in; null: nothing, or not online. */
  public @Nullable FirstPayment first(
      Dossier draft, @Nullable AgencyId agency, List<FeeLine> fees) {
    var sum =
        fees.stream()
            .filter(line -> line.dueBy(Collecting.When.BEFORE_SUBMISSION))
            .mapToLong(FeeLine::dong)
            .sum();
    if (agency == null || draft.binding() != Binding.ALONE) return null;
    if (sum == 0 || beneficiaries.of(agency).isEmpty()) return null;
    var all = all(draft.id());
    return new FirstPayment(
        sum,
        all.stream().mapToLong(PaymentSummary::kept).sum(),
        all.stream().anyMatch(each -> each.standing() == Standing.UNDERWAY));
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
    return charges.find(dossier.id()).flatMap(charge -> ask(dossier, charge, when));
  }

  Optional<PaymentSummary> ask(Dossier dossier, Charge charge, Collecting.When when) {
    var agency = dossier.agency();
    if (charge.settlement() != null || agency == null) return Optional.empty();
    var lines = charge.all().stream().filter(line -> line.dueBy(when)).toList();
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
    var all = all(dossier.id());
    var paid = dossier.status().draft() ? kept(all) : covered(all);
    var due = lines.stream().mapToLong(FeeLine::dong).sum() - paid;
    var to = beneficiaries.of(agency);
    if (due <= 0 || to.isEmpty()) return Optional.empty();
    var items = items(service, lines, paid, to.get());
    var contribution =
        lines.stream().allMatch(line -> line.collected().kind() == Collecting.Kind.CONTRIBUTION);
    return Optional.of(
        payments.request(
            new NewPayment(
                reference(dossier.id(), nextNumber(all)),
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
  private static int nextNumber(List<PaymentSummary> all) {
    var number = 1;
    for (var each : all) {
      if (each.standing() != Standing.PAID) return number;
      number++;
    }
    return number;
  }

  /** Line by line, without the first ones that are paid. */
  private static List<Item> items(
      OnlineService service, List<FeeLine> lines, long paid, Beneficiary to) {
    var items = new ArrayList<Item>();
    var before = paid;
    for (var line : lines) {
      var covered = Math.min(before, line.dong());
      before -= covered;
      if (covered == line.dong()) continue;
      var name = new Bilingual(line.name().vi(), line.name().en());
      items.add(new Item(service.procedure().value(), name, line.dong() - covered, to));
    }
    return items;
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
    cancelOpen(submitted.id(), "CHANGED");
    var total = fees.stream().mapToLong(FeeLine::dong).sum();
    giveBackBeyond(submitted.id(), total);
    if (total > 0 && covered(submitted.id()) >= total) {
      charges.settle(submitted.id(), null, Charge.Settlement.online(now));
    }
  }

  private static boolean isPaidFirst(Fee fee) {
    return fee.collecting().when() == Collecting.When.BEFORE_SUBMISSION;
  }

  /** What was paid beyond what it costs goes back. */
  void giveBackBeyond(DossierId id, long total) {
    var beyond = kept(id) - total;
    if (beyond <= 0) return;
    var left = beyond;
    for (var paid : all(id).reversed()) {
      if (left > 0) left -= giveBack(paid, left, "CHANGED", "beyond:" + total);
    }
  }

  /** Nobody will ever hand it in. */
  public void discarded(DossierId id) {
    cancelOpen(id, "DISCARDED");
    all(id).forEach(paid -> giveBack(paid, Long.MAX_VALUE, "DISCARDED", "discarded"));
  }

  void nothingOwed(DossierId id) {
    cancelOpen(id, "CHANGED");
  }

  /** Paid at a counter that payments know nothing of. What is on its way online goes back. */
  public void paidElsewhere(DossierId id) {
    cancelOpen(id, "PAID_AT_COUNTER");
  }

  /** It ends without a result. What comes only afterwards was owed by nobody. */
  void ended(Dossier dossier) {
    cancelOpen(dossier.id(), dossier.status() == DossierStatus.REFUSED ? "REFUSED" : "STOPPED");
    var left =
        dossier.term().acceptedAt() == null
            ? Long.MAX_VALUE
            : charges.find(dossier.id()).map(Charge::refundable).orElse(0L);
    for (var paid : all(dossier.id())) {
      var at = paid.paidAt();
      if (at != null && at.isAfter(dossier.changedAt())) {
        giveBack(paid, Long.MAX_VALUE, "TOO_LATE", "ended");
      } else if (left > 0) {
        left -= giveBack(paid, left, "ENDED", "ended");
      }
    }
  }

  private void cancelOpen(DossierId id, String why) {
    all(id).forEach(each -> payments.cancel(each.reference(), why));
  }

  private long giveBack(PaymentSummary paid, long most, String rule, String cause) {
    if (paid.standing() != Standing.PAID) return 0;
    return refunds.order(paid.reference(), most, rule, PORTAL, cause);
  }
}
