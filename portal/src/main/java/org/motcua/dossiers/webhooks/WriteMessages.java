package org.motcua.dossiers.webhooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.DossierCode;
import org.motcua.dossiers.DossierEvent;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.model.BegunByPrograms;
import org.motcua.dossiers.model.BegunByPrograms.Begun;
import org.motcua.dossiers.webhooks.Webhook.Concerns;
import org.motcua.dossiers.webhooks.WebhookMessage.State;
import org.motcua.identity.AccountId;
import org.motcua.identity.Mandates;
import org.motcua.identity.Power;
import org.motcua.identity.ProgramReach;
import org.motcua.identity.Programs;
import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Organisation;
import org.motcua.payments.PaymentEvent;
import org.motcua.payments.PaymentRefunded;
import org.motcua.payments.PaymentSettled;
import org.motcua.platform.ids.NewId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the messages of an act, in its own transaction: either all are safe in the database or
 * none. What they say is no secret of anybody's: the code, how the dossier stands, and where to ask
 * for more.
 */
@Component
class WriteMessages {

  private static final int REMEMBERED = 100_000;

  /** With what a dossier was begun never changes, so it is asked once. */
  private final Cache<DossierId, Optional<Begun>> begunBy =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private final Subscriptions subscriptions;
  private final MessageStore messages;
  private final SendMessages sending;
  private final BegunByPrograms begun;
  private final Programs programs;
  private final ProgramReach reach;
  private final Organisation organisation;
  private final Mandates mandates;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final String portal;

  WriteMessages(
      Subscriptions subscriptions,
      MessageStore messages,
      SendMessages sending,
      BegunByPrograms begun,
      Programs programs,
      ProgramReach reach,
      Organisation organisation,
      Mandates mandates,
      JdbcClient jdbc,
      JsonMapper json,
      @Value("${motcua.public-url}") String portal) {
    this.subscriptions = subscriptions;
    this.messages = messages;
    this.sending = sending;
    this.begun = begun;
    this.programs = programs;
    this.reach = reach;
    this.organisation = organisation;
    this.mandates = mandates;
    this.jdbc = jdbc;
    this.json = json;
    this.portal = portal;
  }

  @EventListener
  void on(DossierEvent event) {
    var type = EventType.of(event);
    var near =
        subscriptions.wanting(type).stream().filter(webhook -> mayConcern(webhook, event)).toList();
    if (near.isEmpty()) return;
    var standing = standing(event.id());
    near.stream()
        .filter(webhook -> programs.isOpen(webhook.client()))
        .filter(webhook -> concerns(webhook, event, standing))
        .forEach(webhook -> write(webhook, type, event, standing));
    sending.wakeAfterCommit();
  }

  /** Whoever has asked for a payment is told of it, and nobody else. */
  @EventListener
  void on(PaymentEvent event) {
    var type = EventType.of(event);
    var asking =
        subscriptions.wanting(type).stream()
            .filter(webhook -> event.askedBy().equals("client:" + webhook.client()))
            .filter(webhook -> programs.isOpen(webhook.client()))
            .toList();
    if (asking.isEmpty()) return;
    asking.forEach(webhook -> write(webhook, type, event));
    sending.wakeAfterCommit();
  }

  private void write(Webhook webhook, EventType type, PaymentEvent event) {
    var theirs = event.reference().substring(event.askedBy().length() + 1);
    var data = new LinkedHashMap<String, Object>();
    data.put("id", event.id().value());
    data.put("reference", theirs);
    switch (event) {
      case PaymentSettled paid -> data.put("dong", paid.dong());
      case PaymentRefunded back -> {
        data.put("dong", back.dong());
        data.put("whole", back.whole());
      }
      default -> {}
    }
    data.put("href", portal + "/api/payments/" + event.id());
    write(webhook, type.toString(), event.at(), event.id().value(), theirs, data);
  }

  /** From memory alone, once it is known with what the dossier was begun. */
  private boolean mayConcern(Webhook webhook, DossierEvent event) {
    return switch (webhook.concerns()) {
      case FILED ->
          begunBy
              .get(event.id(), begun::find)
              .filter(it -> it.client().equals(webhook.client()))
              .isPresent();
      case AGENCY -> lies(event.code(), webhook.agency());
      case NONE -> false;
    };
  }

  /** Where the code says, or with whoever has taken that one's place since. */
  private boolean lies(DossierCode code, AgencyId program) {
    var written = code.value().substring(0, code.value().indexOf('-'));
    var agency = AgencyId.parse(written).orElse(null);
    while (agency != null) {
      if (reach.covers(program, agency)) return true;
      agency = organisation.findAgency(agency).map(Agency::successor).orElse(null);
    }
    return false;
  }

  private boolean concerns(Webhook webhook, DossierEvent event, Standing standing) {
    return switch (webhook.concerns()) {
      case AGENCY -> reach.covers(webhook.agency(), standing.agency());
      case FILED ->
          begunBy
              .get(event.id(), begun::find)
              .filter(it -> maySee(it, event, standing.procedure()))
              .isPresent();
      case NONE -> false;
    };
  }

  /** What somebody has taken back is taken back here as well. */
  private boolean maySee(Begun begun, DossierEvent event, String procedure) {
    var person = begun.person();
    return programs.mayFileFor(person, begun.client())
        && (person.equals(event.applicant()) || actsFor(event, person, procedure));
  }

  private boolean actsFor(DossierEvent event, AccountId person, String procedure) {
    return mandates.listStanding(event.applicant(), person).stream()
        .anyMatch(mandate -> mandate.allows(Power.SEE, procedure, event.code().value()));
  }

  private record Standing(int status, AgencyId agency, String procedure) {}

  private Standing standing(DossierId id) {
    return jdbc.sql("select status, agency, procedure_code from dossiers.dossier where id = :id")
        .param("id", id.value())
        .query(
            (row, number) ->
                new Standing(
                    row.getInt("status"),
                    new AgencyId(row.getString("agency")),
                    row.getString("procedure_code")))
        .single();
  }

  private void write(Webhook webhook, EventType type, DossierEvent event, Standing standing) {
    var data = new LinkedHashMap<String, Object>();
    data.put("id", event.id().value());
    data.put("code", event.code().value());
    data.put("status", standing.status());
    data.put("agency", standing.agency().value());
    data.put("href", portal + address(webhook.concerns(), event));
    write(webhook, type.toString(), event.at(), event.id().value(), event.code().value(), data);
  }

  private static String address(Concerns concerns, DossierEvent event) {
    return switch (concerns) {
      case FILED -> "/api/dossiers/" + event.id();
      case AGENCY -> "/api/desk/dossiers/" + event.code();
      case NONE -> throw new IllegalArgumentException("told of no dossiers");
    };
  }

  /** A message that tells of nothing, so that the receiver can be tried. */
  UUID test(Webhook webhook, Instant now) {
    var data = new LinkedHashMap<String, Object>();
    data.put("webhook", webhook.id());
    var id = write(webhook, EventType.TEST, now, null, null, data);
    sending.wakeAfterCommit();
    return id;
  }

  private UUID write(
      Webhook webhook,
      String type,
      Instant at,
      @Nullable UUID about,
      @Nullable String code,
      LinkedHashMap<String, Object> data) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", type);
    body.put("timestamp", at.toString());
    body.put("data", data);
    var id = NewId.next();
    messages.add(
        new MessageStore.New(
            id,
            webhook.id(),
            about,
            code,
            type,
            json.writeValueAsString(body),
            at,
            webhook.disabled() ? State.MISSED : State.WAITING));
    return id;
  }
}
