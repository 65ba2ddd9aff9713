package org.motcua.eservices;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.Situation;
import org.motcua.forms.Words;

/**
 * All that the portal needs to offer one procedure online.
 *
 * @param inForceUntil the last day on which it is offered; {@code null} while a newer version ends
 *     it
 * @param handedTo who handles the applications in a system of his own; {@code null} where officers
 *     of the receiving agency handle them here
 * @param signers who signs besides the applicant
 * @param result what the applicant is given; {@code null} where the agency only takes note
 * @param onceOnly whether there is one result for good: a dossier that led to it is no model for
 *     another
 * @param declaration what the applicant affirms on handing in
 * @param route the steps of the handling at the agency, with the time allotted to each
 * @param fourEyes whether another has to decide than the one who prepared
 */
public record OnlineService(
    ServiceSlug slug,
    int version,
    LocalDate inForceFrom,
    @Nullable LocalDate inForceUntil,
    ProcedureCode procedure,
    Words name,
    Words summary,
    Set<Audience> audience,
    SignInLevel signIn,
    FormDefinition form,
    Receiver receiver,
    @Nullable OutsideBody handedTo,
    List<Paper> papers,
    List<Signer> signers,
    List<Fee> fees,
    List<TimeLimit> timeLimits,
    List<RouteStep> route,
    boolean fourEyes,
    List<Delivery> deliveries,
    @Nullable ResultKind result,
    boolean onceOnly,
    Words declaration,
    Guide guide) {

  public OnlineService {
    audience = Set.copyOf(audience);
    papers = List.copyOf(papers);
    signers = List.copyOf(signers);
    fees = List.copyOf(fees);
    timeLimits = List.copyOf(timeLimits);
    route = List.copyOf(route);
    deliveries = List.copyOf(deliveries);
  }

  /** The papers asked of this applicant, required ones and others. */
  public List<Paper> papersIn(Situation situation) {
    return papers.stream()
        .filter(paper -> paper.when() == null || paper.when().holdsIn(situation))
        .toList();
  }

  /** Who signs besides the applicant in this case: those whose question is answered. */
  public List<Signer> signersIn(Situation situation) {
    return signers.stream()
        .filter(signer -> signer.when() == null || signer.when().holdsIn(situation))
        .filter(signer -> situation.value(signer.who()).isPresent())
        .toList();
  }

  /** What this applicant pays, line by line; nothing if it is free. */
  public List<FeeLine> feesIn(Situation situation) {
    return fees.stream().map(fee -> fee.in(situation)).filter(line -> line.dong() > 0).toList();
  }

  /** The first time limit whose case this is; the last one is for all that remain. */
  public TimeLimit timeLimitIn(Situation situation) {
    return timeLimits.stream()
        .filter(limit -> limit.when() == null || limit.when().holdsIn(situation))
        .findFirst()
        .orElseGet(timeLimits::getLast);
  }

  /** Online, wherever that is possible. */
  public Delivery usualDelivery() {
    return deliveries.contains(Delivery.ONLINE) ? Delivery.ONLINE : deliveries.getFirst();
  }

  public boolean isInForce(LocalDate day) {
    return !inForceFrom.isAfter(day) && (inForceUntil == null || !inForceUntil.isBefore(day));
  }

  /** The result of a service that has one. */
  public ResultKind requiredResult() {
    return Objects.requireNonNull(result, "nothing is given in the end");
  }

  @Override
  public String toString() {
    return slug + " (version " + version + ")";
  }
}
