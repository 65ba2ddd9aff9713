package org.motcua.dossiers.outside;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.LetterCameBack;
import org.motcua.dossiers.LetterTaken;
import org.motcua.dossiers.PostalHandling;
import org.motcua.dossiers.PostalParcel;
import org.motcua.dossiers.PostalStage;
import org.motcua.dossiers.PostalStep;
import org.motcua.dossiers.ResultReturned;
import org.motcua.dossiers.model.Act;
import org.motcua.dossiers.model.ConsignmentStore;
import org.motcua.dossiers.model.Dossier;
import org.motcua.dossiers.model.DossierStore;
import org.motcua.dossiers.model.HistoryEntry;
import org.motcua.dossiers.model.HistoryEntry.Actor;
import org.motcua.dossiers.model.HistoryEntry.Event;
import org.motcua.eservices.Delivery;
import org.motcua.organisation.Agency;
import org.motcua.organisation.Organisation;
import org.motcua.platform.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves dossiers as the post reports of their letters. Each report locks the dossier and is
 * compared with what is known, so that twice is once.
 */
@Service
class FollowPost implements PostalHandling {

  private final DossierStore dossiers;
  private final ConsignmentStore post;
  private final Organisation organisation;
  private final ApplicationEventPublisher events;
  private final AuditTrail audit;
  private final Clock clock;

  FollowPost(
      DossierStore dossiers,
      ConsignmentStore post,
      Organisation organisation,
      ApplicationEventPublisher events,
      AuditTrail audit,
      Clock clock) {
    this.dossiers = dossiers;
    this.post = post;
    this.organisation = organisation;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<PostalParcel> find(UUID consignment) {
    return post.find(consignment)
        .flatMap(letter -> dossiers.find(letter.dossier()))
        .flatMap(
            dossier ->
                post.findAddress(dossier.id())
                    .map(
                        to ->
                            new PostalParcel(
                                consignment,
                                dossier.id(),
                                dossier.submittedCode(),
                                agency(dossier),
                                to.recipient(),
                                to.phone(),
                                to.unit(),
                                to.place())));
  }

  private String agency(Dossier dossier) {
    return organisation.findAgency(dossier.decidingAgency()).map(Agency::name).orElse("");
  }

  @Override
  @Transactional
  public void taken(UUID consignment, String tracking, URI followAt) {
    var dossier = locked(consignment);
    var letter = post.find(consignment).orElseThrow();
    if (letter.tracking() != null) return;
    post.save(letter.taken(tracking, followAt.toString()));
    record(dossier, "letter_taken", tracking);
    events.publishEvent(
        new LetterTaken(
            dossier.id(),
            dossier.submittedCode(),
            dossier.applicant().account(),
            clock.instant(),
            tracking));
  }

  @Override
  @Transactional
  public void moved(UUID consignment, List<PostalStep> steps) {
    var dossier = locked(consignment);
    var letter = post.find(consignment).orElseThrow();
    if (!letter.open() || steps.isEmpty() || letter.steps().equals(steps)) return;
    post.save(letter.at(steps));
    var last = steps.getLast();
    if (last.stage() == PostalStage.DELIVERED) deliver(dossier, last);
    if (last.stage() == PostalStage.CAME_BACK) takeBack(dossier, last);
  }

  private Dossier locked(UUID consignment) {
    var letter = post.find(consignment).orElseThrow();
    return dossiers.findForUpdate(letter.dossier()).orElseThrow();
  }

  private void deliver(Dossier dossier, PostalStep last) {
    if (!dossier.allows(Act.RETURN_RESULT)) return;
    var now = clock.instant();
    var returned = dossier.returnResult(now);
    dossiers.move(returned);
    note(returned, Event.RESULT_DELIVERED, now, last.note());
    events.publishEvent(
        new ResultReturned(
            returned.id(),
            returned.submittedCode(),
            returned.applicant().account(),
            now,
            Delivery.POST,
            requireNonNull(returned.result()).verificationCode()));
  }

  private void takeBack(Dossier dossier, PostalStep last) {
    var now = clock.instant();
    note(dossier, Event.LETTER_CAME_BACK, now, last.note());
    events.publishEvent(
        new LetterCameBack(
            dossier.id(),
            dossier.submittedCode(),
            dossier.applicant().account(),
            now,
            last.note() == null ? "" : last.note()));
  }

  private void note(Dossier dossier, Event event, Instant now, @Nullable String words) {
    dossiers.append(
        dossier.id(),
        new HistoryEntry(
            now, event, dossier.status(), dossier.step(), new Actor.ThePortal(), words));
    record(dossier, event.name().toLowerCase(Locale.ROOT), "");
  }

  private void record(Dossier dossier, String what, String tracking) {
    audit.record(
        "outside:post",
        "dossiers." + what,
        "dossier",
        dossier.id().toString(),
        tracking.isEmpty()
            ? Map.of("code", dossier.submittedCode().value())
            : Map.of("code", dossier.submittedCode().value(), "tracking", tracking));
  }
}
