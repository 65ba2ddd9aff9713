package org.motcua.dossiers.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.dossiers.api.Programs.json;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.connect.ClientId;
import org.motcua.connect.model.Agreement;
import org.motcua.connect.model.AgreementStore;
import org.motcua.connect.model.PersonalData;
import org.motcua.documents.Files;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.api.Programs;
import org.motcua.dossiers.api.Programs.Program;
import org.motcua.dossiers.webhooks.Receiver.Message;
import org.motcua.eservices.FilledExample;
import org.motcua.identity.CurrentUser;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Role;
import org.motcua.payments.CounterPayments;
import org.motcua.payments.Payments;
import org.motcua.payments.SomethingToPay;
import org.motcua.testing.Mailboxes;
import org.motcua.testing.MovableClock;
import org.motcua.testing.Officers;
import org.motcua.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhooksTests extends DossiersTest {

  private static final String PATH = "/api/webhooks";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String CLIENT = "quangninh-portal";

  @Autowired Programs programs;
  @Autowired WebhookStore webhooks;
  @Autowired Subscriptions subscriptions;
  @Autowired AgreementStore agreements;
  @Autowired Payments payments;
  @Autowired CounterPayments counter;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private final List<Receiver> receivers = new ArrayList<>();
  private CurrentUser mother;
  private Program agency;
  private Receiver receiver;

  @BeforeEach
  void anAgencysSystemWithAReceiver() {
    mother = births.mother();
    agency = programs.ofClient(CLIENT, Programs.QUANG_NINH, "dossiers.handle");
    receiver = open();
  }

  @AfterEach
  void nobodyIsToldAnyMore() {
    jdbc.sql("delete from dossiers.webhook").update();
    jdbc.sql("delete from platform.rate_limit where id like 'dossiers.webhooks%'").update();
    jdbc.sql("update connect.client set contact = null where id = :id")
        .param("id", CLIENT)
        .update();
    subscriptions.read();
    receivers.forEach(Receiver::close);
  }

  @Test
  void anAgencysSystemIsToldWhatHappensAndNothingOfThePerson() {
    var hook = subscribe(agency, receiver);
    var id = submittedBy(mother);
    accept(id);

    var told = received(receiver, 2);
    assertThat(told.stream().map(Message::type))
        .containsExactly("dossier.submitted", "dossier.accepted");
    assertThat(told).allMatch(message -> message.signedWith(secretOf(hook)));
    assertThat(told.getLast().signedWith(WebhookSecret.fresh().written())).isFalse();
    assertThat(Instant.ofEpochSecond(Long.parseLong(told.getLast().timestamp())))
        .isBetween(clock.instant().minusSeconds(60), clock.instant().plusSeconds(1));

    var data = told.getLast().json().get("data");
    var code = dossier(id).submittedCode().value();
    assertThat(data.propertyNames()).containsExactly("id", "code", "status", "agency", "href");
    assertThat(data.get("code").asString()).isEqualTo(code);
    assertThat(data.get("status").asInt()).isEqualTo(2);
    assertThat(data.get("href").asString()).endsWith("/api/desk/dossiers/" + code);
    assertThat(told.getLast().body()).doesNotContain(mother.name(), mother.id().toString());
    assertThat(agency.get(PATH + "/" + idOf(hook) + "/deliveries?state=WAITING")).hasStatusOk();
  }

  @Test
  void aProgramIsToldOfWhatWasBegunWithItAsLongAsThePersonLetsIt() {
    letsFile(mother);
    var program = programs.of(mother);
    var hook = subscribe(program, receiver, "dossier.submitted", "dossier.accepted");
    assertThat(hook.get("concerns").asString()).isEqualTo("FILED");
    submittedBy(births.mother()); // on the pages

    var id = filedWith(program);
    var submitted = received(receiver, 1).getFirst();
    assertThat(submitted.json().get("data").get("href").asString()).endsWith("/api/dossiers/" + id);

    agreements.remove(mother.id(), new ClientId(Programs.CLIENT));
    accept(id);
    assertThat(messages(hook)).hasSize(1);
  }

  @Test
  void whoeverHadSomebodyPayIsToldOfItAndNobodyElse() {
    var payee = programs.ofClient(CLIENT, Programs.QUANG_NINH, "payments");
    var hook = subscribe(payee, receiver);
    assertThat(hook.get("concerns").asString()).isEqualTo("NONE");
    var others = open();
    subscribe(programs.ofClient(Programs.CLIENT, "000.00.00.H57", "payments"), others);
    submittedBy(mother); // of dossiers it is told nothing

    var reference = "HD-" + UUID.randomUUID();
    var payment = payments.request(SomethingToPay.ofProgram(CLIENT, reference, 35_000)).id();
    var commune = new AgencyId(SomethingToPay.COMMUNE.owner());
    counter.record(
        payment,
        new CounterPayments.Cashier("officer:lan", commune, Set.of(Role.RECEPTION)),
        CounterPayments.Means.CASH);
    var unpaid = SomethingToPay.ofProgram(CLIENT, reference + "-2", 35_000);
    payments.request(unpaid);
    payments.cancel(unpaid.reference(), "CLIENT");

    var told = received(receiver, 2);
    assertThat(told.stream().map(Message::type))
        .containsExactlyInAnyOrder("payment.paid", "payment.cancelled");
    assertThat(told).allMatch(message -> message.signedWith(secretOf(hook)));
    var paid = told.stream().filter(it -> it.type().equals("payment.paid")).findFirst();
    var data = paid.orElseThrow().json().get("data");
    assertThat(data.propertyNames()).containsExactly("id", "reference", "dong", "href");
    assertThat(data.get("reference").asString()).isEqualTo(reference);
    assertThat(data.get("href").asString()).endsWith("/api/payments/" + payment);
    assertThat(others.received()).isEmpty();
  }

  @Test
  void anActOfWhichNobodyWantsToBeToldAsksTheDatabaseNothing() {
    var other = programs.ofClient(CLIENT, "000.00.00.H57", "dossiers.handle");
    subscribe(other, receiver);
    var id = submittedBy(mother);
    var asked = Statements.of(() -> accept(id));
    assertThat(asked).noneMatch(it -> it.contains("webhook") || it.contains("begun_by"));
  }

  @Test
  void whatIsNotTakenComesAgainEverMoreSeldomUnderItsId() {
    receiver.answering(500, 503);
    var hook = subscribe(agency, receiver);
    submittedBy(mother);
    received(receiver, 1);
    var failed = noted(hook, 1);
    assertThat(failed.get("state").asString()).isEqualTo("WAITING");
    assertThat(failed.get("answer").asInt()).isEqualTo(500);
    assertThat(json(agency.get(one(hook))).has("failingSince")).isTrue();

    later(Duration.ofSeconds(6));
    received(receiver, 2);
    noted(hook, 2);
    later(Duration.ofSeconds(6));
    later(Duration.ofSeconds(30));
    var told = received(receiver, 3);
    assertThat(told.stream().map(Message::id).distinct()).hasSize(1);
    assertThat(told.stream().map(Message::timestamp).distinct()).hasSize(3);
    assertThat(told).allMatch(message -> message.signedWith(secretOf(hook)));
    awaitState(hook, "DELIVERED");
    assertThat(json(agency.get(one(hook))).has("failingSince")).isFalse();
  }

  @Test
  void theNextOfADossierWaitsForTheOneBefore() {
    receiver.answering(500);
    var hook = subscribe(agency, receiver);
    var id = submittedBy(mother);
    noted(hook, 1);
    accept(id);
    later(Duration.ofSeconds(6));
    assertThat(received(receiver, 3).stream().map(Message::type))
        .containsExactly("dossier.submitted", "dossier.submitted", "dossier.accepted");
  }

  @Test
  void whoIsGoneIsCalledNoMoreUntilHeSaysSo() {
    jdbc.sql("update connect.client set contact = 'may@quangninh.example' where id = :id")
        .param("id", CLIENT)
        .update();
    jdbc.sql("select pg_notify('connect_client', :id)").param("id", CLIENT).query().listOfRows();
    receiver.answering(410);
    var hook = subscribe(agency, receiver);
    var id = submittedBy(mother);
    await()
        .until(() -> json(agency.get(one(hook))).path("disabledWhy").asString(""), "GONE"::equals);
    assertThat(Mailboxes.awaitMailWith("410", "may@quangninh.example"))
        .contains(receiver.address(), idOf(hook));

    accept(id);
    assertThat(messages(hook).getFirst().get("state").asString()).isEqualTo("MISSED");
    assertThat(agency.post(one(hook) + "/ping", "")).hasStatus(409);
    assertThat(receiver.received()).hasSize(1);

    assertThat(agency.post(one(hook) + "/activation", "")).hasStatusOk();
    var since =
        "{\"since\": \"%s\", \"undeliveredOnly\": true}"
            .formatted(clock.instant().minusSeconds(3600));
    var replayed = agency.post(one(hook) + "/replay", since);
    assertThat(replayed).hasStatus(202);
    assertThat(json(replayed).get("count").asInt()).isEqualTo(2);
    assertThat(received(receiver, 3).stream().map(Message::type))
        .containsExactly("dossier.submitted", "dossier.submitted", "dossier.accepted");
  }

  @Test
  void whoTakesNothingForThreeDaysIsDisabled() {
    receiver.always(() -> 500);
    var hook = subscribe(agency, receiver);
    submittedBy(mother);
    noted(hook, 1);
    later(Duration.ofDays(2));
    noted(hook, 2);
    assertThat(json(agency.get(one(hook))).has("disabledAt")).isFalse();
    later(Duration.ofDays(2));
    await()
        .until(
            () -> json(agency.get(one(hook))).path("disabledWhy").asString(""), "FAILING"::equals);
    assertThat(messages(hook).getFirst().get("state").asString()).isEqualTo("GIVEN_UP");
  }

  @Test
  void oneThatIsSlowOrDeadKeepsNobodyWaiting() {
    var over = new CountDownLatch(1);
    var slow =
        open()
            .always(
                () -> {
                  try {
                    over.await(20, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return 200;
                });
    var dead = open();
    dead.close();
    subscribe(agency, slow);
    subscribe(agency, dead);
    subscribe(agency, receiver);
    for (var n = 0; n < 6; n++) submittedBy(births.mother());
    received(receiver, 6);
    assertThat(slow.received().size()).isBetween(1, 4);
    over.countDown();
  }

  @Test
  void whatWasTakenAndNotWrittenDownComesOnceMoreUnderItsId() {
    var hook = subscribe(agency, receiver);
    submittedBy(mother);
    awaitState(hook, "DELIVERED");
    asAKilledNodeLeavesIt(hook);
    assertThat(receiver.received()).hasSize(1);

    later(MessageStore.TAKEN_FOR.plusSeconds(1));
    var told = received(receiver, 2);
    assertThat(told.getLast().id()).isEqualTo(told.getFirst().id());
    awaitState(hook, "DELIVERED");
  }

  private void asAKilledNodeLeavesIt(JsonNode hook) {
    jdbc.sql(
            """
            update dossiers.webhook_message
               set state = 'WAITING', taken_until = :until, answered_at = null, answer = null
             where webhook = :hook::uuid
            """)
        .param("until", clock.instant().plus(MessageStore.TAKEN_FOR).atOffset(ZoneOffset.UTC))
        .param("hook", idOf(hook))
        .update();
  }

  @Test
  void forADayBothSecretsAreGood() {
    var hook = subscribe(agency, receiver);
    var former = secretOf(hook);
    secretOf(json(agency.post(one(hook) + "/secret", ""))); // its answer was lost
    var fresh = secretOf(json(agency.post(one(hook) + "/secret", "")));
    assertThat(fresh).isNotEqualTo(former);

    ping(hook);
    var told = received(receiver, 1).getFirst();
    assertThat(told.signatures()).hasSize(2);
    assertThat(told.signedWith(former)).isTrue();
    assertThat(told.signedWith(fresh)).isTrue();
    assertThat(told.type()).isEqualTo("webhook.test");

    later(Duration.ofHours(25));
    ping(hook);
    var later = received(receiver, 2).getLast();
    assertThat(later.signedWith(former)).isFalse();
    assertThat(later.signedWith(fresh)).isTrue();
  }

  @Test
  void oneMessageIsSentAgainWhenItIsAskedFor() {
    var hook = subscribe(agency, receiver);
    submittedBy(mother);
    awaitState(hook, "DELIVERED");
    var message = messages(hook).getFirst().get("id").asString();
    var here = one(hook) + "/deliveries/" + message + "/replay";
    var key = UUID.randomUUID().toString();
    assertThat(agency.post(here, "", key)).hasStatus(202);
    var told = received(receiver, 2);
    assertThat(told.getLast().id()).isEqualTo(message);
    awaitState(hook, "DELIVERED");
    assertThat(agency.post(here, "", key)).as("the same call").hasStatus(202);
    awaitState(hook, "DELIVERED");
    assertThat(receiver.received()).hasSize(2);
    assertThat(agency.post(one(hook) + "/deliveries/" + UUID.randomUUID() + "/replay", ""))
        .hasStatus(404);
    assertThat(agency.post(one(hook) + "/replay", "{}")).hasStatus(422);
  }

  @Test
  void nobodySeesAnothersAndASecretIsShownOnce() {
    var hook = subscribe(agency, receiver);
    var other = programs.ofClient("hue-portal", "000.00.00.H57", "dossiers.handle");
    for (var page : List.of("", "/deliveries")) {
      assertThat(other.get(one(hook) + page)).hasStatus(404);
    }
    for (var act : List.of("/ping", "/secret", "/activation")) {
      assertThat(other.post(one(hook) + act, "")).as(act).hasStatus(404);
    }
    assertThat(other.post(one(hook) + "/replay", "{\"since\": \"2026-01-01T00:00:00Z\"}"))
        .hasStatus(404);
    assertThat(other.delete(one(hook))).hasStatus(404);
    assertThat(json(other.get(PATH)).get("items")).isEmpty();
    assertThat(programs.ofClient(CLIENT, Programs.QUANG_NINH, "dossiers.read").get(PATH))
        .hasStatus(403);

    assertThat(json(agency.get(PATH)).get("items")).hasSize(1);
    assertThat(agency.get(one(hook))).bodyText().doesNotContain("whsec_");
    var sealed =
        jdbc.sql("select secret from dossiers.webhook where id = :id::uuid")
            .param("id", idOf(hook))
            .query(byte[].class)
            .single();
    assertThat(sealed).hasSizeGreaterThan(32);

    assertThat(agency.delete(one(hook))).hasStatus(204);
    assertThat(agency.get(one(hook))).hasStatus(404);
    submittedBy(mother);
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void theSameAddressTwiceIsOneWebhook() {
    subscribe(agency, receiver);
    assertThat(agency.post(PATH, wanted(receiver.address()))).hasStatus(409);
    for (var n = 1; n < ManageWebhooks.MOST; n++) {
      assertThat(agency.post(PATH, wanted(receiver.address() + n))).hasStatus(201);
    }
    var tooMany = agency.post(PATH, wanted(receiver.address() + "x"));
    assertThat(tooMany).hasStatus(409);
    assertThat(json(tooMany).get("code").asString()).isEqualTo("too-many-webhooks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hoso.example",
        "ftp://localhost/",
        "file:///etc/passwd",
        "https://",
        "https://user:pw@localhost/",
        "https://localhost/#part",
        "https://no-such-host.invalid/",
        "https://local host/"
      })
  void anAddressThatCannotBeCalledIsRefused(String address) {
    var refused = agency.post(PATH, wanted(address));
    assertThat(refused).hasStatus(422);
    assertThat(json(refused).get("errors").get(0).get("field").asString()).isEqualTo("address");
  }

  @Test
  void anUnknownEventIsRefusedAndAllAreNamed() {
    var refused = agency.post(PATH, wanted(receiver.address(), "dossier.eaten"));
    assertThat(refused).hasStatus(422);
    assertThat(json(refused).get("detail").asString())
        .contains(EnumSet.allOf(EventType.class).stream().map(Object::toString).toList());
  }

  private Receiver open() {
    var opened = new Receiver();
    receivers.add(opened);
    return opened;
  }

  private JsonNode subscribe(Program program, Receiver to, String... events) {
    var subscribed = program.post(PATH, wanted(to.address(), events));
    assertThat(subscribed).hasStatus(201);
    return json(subscribed);
  }

  private static String wanted(String address, String... events) {
    return JSON.writeValueAsString(new WebhookJson.Subscription(address, List.of(events)));
  }

  private static String idOf(JsonNode hook) {
    return hook.get("id").asString();
  }

  private static String one(JsonNode hook) {
    return PATH + "/" + idOf(hook);
  }

  private static String secretOf(JsonNode hook) {
    return hook.get("secret").asString();
  }

  private void ping(JsonNode hook) {
    assertThat(agency.post(one(hook) + "/ping", "")).hasStatus(202);
  }

  /** The latest first. */
  private List<JsonNode> messages(JsonNode hook) {
    var caller = hook.get("concerns").asString().equals("FILED") ? programs.of(mother) : agency;
    return json(caller.get(one(hook) + "/deliveries")).get("items").valueStream().toList();
  }

  private static List<Message> received(Receiver by, int count) {
    await().until(() -> by.received().size() >= count);
    assertThat(by.received()).hasSize(count);
    return by.received();
  }

  private JsonNode noted(JsonNode hook, int tries) {
    await()
        .until(
            () ->
                messages(hook).stream()
                    .anyMatch(it -> it.get("tries").asInt() == tries && !isOnItsWay(it)));
    return messages(hook).getLast();
  }

  private boolean isOnItsWay(JsonNode message) {
    return jdbc.sql(
            "select taken_until is not null from dossiers.webhook_message where id = :id::uuid")
        .param("id", message.get("id").asString())
        .query(Boolean.class)
        .single();
  }

  private void awaitState(JsonNode hook, String state) {
    await()
        .until(
            () -> messages(hook).stream().allMatch(it -> it.get("state").asString().equals(state)));
  }

  private void later(Duration by) {
    ((MovableClock) clock).advance(by);
  }

  private void accept(DossierId id) {
    assertThat(as(Officers.hongHaReception()).send(desk(id) + "/acceptance"))
        .hasStatus3xxRedirection();
  }

  private void letsFile(CurrentUser person) {
    agreements.save(
        new Agreement(
            person.id(),
            new ClientId(Programs.CLIENT),
            Set.of(PersonalData.NAME, PersonalData.FILING),
            Set.of(),
            clock.instant()));
  }

  private DossierId filedWith(Program program) {
    var begun = program.post("/api/dossiers", "{\"service\": \"birth-registration\"}");
    var id = new DossierId(UUID.fromString(json(begun).get("id").asString()));
    var here = "/api/dossiers/" + id;
    program.put(
        here + "/answers",
        JSON.writeValueAsString(
            FilledExample.of(BirthDrafts.SERVICE, "married-parents").answers().values()));
    program.upload(
        here + "/papers", BirthDrafts.PROOF, "giay.pdf", Files.pdf(), UUID.randomUUID().toString());
    assertThat(program.post(here + "/submission", "{\"declared\": true}")).hasStatusOk();
    return id;
  }
}
