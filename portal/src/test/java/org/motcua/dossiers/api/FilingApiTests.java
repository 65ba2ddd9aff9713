package org.motcua.dossiers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motcua.dossiers.api.Programs.json;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motcua.documents.Files;
import org.motcua.dossiers.BirthDrafts;
import org.motcua.dossiers.DossierId;
import org.motcua.dossiers.DossiersTest;
import org.motcua.dossiers.api.Programs.Program;
import org.motcua.dossiers.model.DossierStatus;
import org.motcua.eservices.FilledExample;
import org.motcua.identity.CurrentUser;
import org.motcua.identity.LevelOfAssurance;
import org.motcua.identity.MandateId;
import org.motcua.identity.MandateKind;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.NewMandate;
import org.motcua.identity.Power;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

class FilingApiTests extends DossiersTest {

  private static final String PATH = "/api/dossiers";
  private static final String PROBLEM = "application/problem+json";
  private static final String BIRTH = "{\"service\": \"birth-registration\"}";
  private static final String DECLARED = "{\"declared\": true}";
  private static final JsonMapper JSON = JsonMapper.shared();

  @Autowired Programs programs;
  @Autowired Mandates mandates;
  @Autowired JdbcClient jdbc;

  private CurrentUser mother;
  private Program program;

  @BeforeEach
  void aMotherAtHerProgram() {
    mother = births.mother();
    program = programs.of(mother);
  }

  @Test
  void aProgramFilesFromNothingToTheCode() {
    var begun = program.post(PATH, BIRTH);
    assertThat(begun).hasStatus(201);
    var here = location(begun);
    assertThat(here).isEqualTo(PATH + "/" + json(begun).get("id").asString());

    var kept = program.put(here + "/answers", answers());
    assertThat(kept).hasStatusOk();
    assertThat(json(kept).get("errors")).isEmpty();
    assertThat(json(kept).get("answers").get("child.givenName").asString()).isEqualTo("Bảo");

    var missing = program.post(here + "/submission", DECLARED);
    assertThat(missing).hasStatus(422).hasContentTypeCompatibleWith(PROBLEM);
    assertThat(json(missing).get("code").asString()).isEqualTo("papers-missing");
    assertThat(json(missing).get("errors").get(0).get("field").asString())
        .isEqualTo(BirthDrafts.PROOF);

    assertThat(attach(here, BirthDrafts.PROOF, "k1")).hasStatusOk();
    var submitted = program.post(here + "/submission", DECLARED);
    assertThat(submitted).hasStatusOk();
    var code = json(submitted).get("code").asString();

    var seen = json(program.get(here));
    assertThat(seen.get("code").asString()).isEqualTo(code);
    assertThat(seen.get("status").asInt()).isEqualTo(1);
    assertThat(seen.get("statusName").asString()).isNotBlank();
    assertThat(seen.get("history").get(0).get("what").asString()).isNotBlank();
    assertThat(seen.get("fee").get("dong").asLong()).isEqualTo(16_000);
    assertThat(json(program.get(PATH + "/mine?code=" + code)).get("items")).hasSize(1);
    assertThat(dossier(idOf(here)).status()).isEqualTo(DossierStatus.REGISTERED);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from identity.data_access
                     where viewer = :viewer and object = :object
                    """)
                .param("viewer", "client:" + Programs.CLIENT)
                .param("object", "dossier:" + idOf(here))
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void whatIsWrongIsToldAtItsPlaceAndKept() {
    var here = begun();
    var kept =
        program.put(
            here + "/answers",
            """
            {"child.givenName": 7, "child.born": "2999-01-01", "nonsense": 1,
             "mother.residence": {"province": "22", "district": "000", "planet": "x"},
             "mother.idNumber": "12"}
            """);
    assertThat(kept).hasStatusOk();
    assertThat(pointers(kept))
        .contains("/child.givenName", "/nonsense", "/mother.residence/planet", "/mother.idNumber");
    var answers = json(kept).get("answers");
    assertThat(answers.has("child.givenName")).isFalse();
    assertThat(answers.get("mother.idNumber").asString()).isEqualTo("12");

    var refused = program.post(here + "/submission", DECLARED);
    assertThat(refused).hasStatus(422);
    assertThat(json(refused).get("code").asString()).isEqualTo("answers-faulty");
    assertThat(pointers(refused)).contains("/mother.idNumber", "/child.givenName");
    assertThat(json(program.speaking("vi").get(here)).get("errors").toString())
        .contains("Hãy nhập");
  }

  @Test
  void someAnswersAreChangedAndOthersStay() {
    var here = begun();
    program.put(here + "/answers", answers());
    var changed =
        program.patch(
            here + "/answers",
            "{\"child.givenName\": \"An\", \"child.middleName\": null,"
                + " \"mother.residence\": {\"street\": \"Số 6\"}}");
    assertThat(changed).hasStatusOk();
    var answers = json(changed).get("answers");
    assertThat(answers.get("child.givenName").asString()).isEqualTo("An");
    assertThat(answers.has("child.middleName")).isFalse();
    assertThat(answers.get("child.familyName").asString()).isEqualTo("Trần");
    assertThat(answers.get("mother.residence").get("street").asString()).isEqualTo("Số 6");
    assertThat(answers.get("mother.residence").get("province").asString()).isEqualTo("22");
  }

  @Test
  void whatSomebodyElseHasChangedIsNotOverwritten() {
    var here = begun();
    var kept = program.put(here + "/answers", answers());
    var mark = Objects.requireNonNull(kept.getResponse().getHeader("ETag"));
    goTo(BirthDrafts.today().atZone(ZoneOffset.UTC).toLocalDate(), LocalTime.NOON);
    assertThat(program.put(here + "/answers", "{}", Map.of("If-Match", mark))).hasStatusOk();
    assertThat(program.put(here + "/answers", answers(), Map.of("If-Match", mark))).hasStatus(412);
  }

  @Test
  void theSameCallAgainIsDoneOnce() {
    var key = UUID.randomUUID().toString();
    var first = program.post(PATH, BIRTH, key);
    var again = program.post(PATH, BIRTH, '"' + key + '"');

    assertThat(again).hasStatus(201);
    assertThat(again.getResponse().getHeader("Location"))
        .isEqualTo(first.getResponse().getHeader("Location"));
    assertThat(json(again)).isEqualTo(json(first));
    assertThat(json(program.get(PATH + "/mine")).get("items")).hasSize(1);

    assertThat(program.post(PATH, "{\"service\":\"birth-registration\"}", key))
        .hasStatus(422)
        .hasContentTypeCompatibleWith(PROBLEM);
    assertThat(json(program.post(PATH, BIRTH, null)).get("detail").asString())
        .contains("Idempotency-Key");
    assertThat(program.post(PATH, BIRTH, null)).hasStatus(400);
    assertThat(program.post(PATH, BIRTH, "a b")).hasStatus(400);
  }

  @Test
  void anotherPersonsSameKeyAnswersNothingOfTheFirst() {
    var key = UUID.randomUUID().toString();
    var first = program.post(PATH, BIRTH, key);
    var other = programs.of(births.mother()).post(PATH, BIRTH, key);

    assertThat(other).hasStatus(201);
    assertThat(json(other).get("id")).isNotEqualTo(json(first).get("id"));
  }

  @Test
  void ofTwoConnectionsWithOneKeyOneHandsIn() {
    var here = complete();
    var key = UUID.randomUUID().toString();
    var both =
        AtOnce.both(
            () -> program.post(here + "/submission", DECLARED, key),
            () -> program.post(here + "/submission", DECLARED, key));

    assertThat(both).allSatisfy(each -> assertThat(each).hasStatusOk());
    assertThat(json(both.getFirst())).isEqualTo(json(both.getLast()));
    assertThat(events(here, "SUBMITTED")).isEqualTo(1);
  }

  @Test
  void whatIsHandedInIsClosedAndHandedInOnce() {
    var here = complete();
    var code = json(program.post(here + "/submission", DECLARED)).get("code");

    assertThat(json(program.post(here + "/submission", DECLARED)).get("code")).isEqualTo(code);
    assertThat(program.put(here + "/answers", answers())).hasStatus(409);
    assertThat(attach(here, BirthDrafts.MARRIAGE, "k2")).hasStatus(409);
    assertThat(program.delete(here)).hasStatus(409);
    assertThat(program.post(here + "/additions", "{}")).hasStatus(409);
    assertThat(events(here, "SUBMITTED")).isEqualTo(1);
  }

  @Test
  void itIsAskedBackOnce() {
    var here = complete();
    assertThat(program.post(here + "/withdrawal", "", null)).hasStatus(409);
    program.post(here + "/submission", DECLARED);
    assertThat(json(program.post(here + "/withdrawal", "", null)).get("status").asInt())
        .isEqualTo(7);
    assertThat(program.post(here + "/withdrawal", "", null)).hasStatusOk();
    assertThat(events(here, "WITHDRAWAL_REQUESTED")).isEqualTo(1);
  }

  @Test
  void withoutDeclaringNothingIsHandedIn() {
    var here = complete();
    var refused = program.post(here + "/submission", "{\"declared\": false}");
    assertThat(refused).hasStatus(422);
    assertThat(json(refused).get("code").asString()).isEqualTo("not-declared");
    assertThat(program.post(here + "/submission", "{}")).hasStatus(422);
  }

  @Test
  void aDraftIsThrownAway() {
    var here = begun();
    assertThat(program.delete(here)).hasStatus(204);
    assertThat(program.get(here)).hasStatus(404);
    assertThat(program.delete(here)).hasStatus(204);
  }

  @Test
  void anothersDossierDoesNotExist() {
    var here = PATH + "/" + births.complete(births.mother());
    for (var refused :
        List.of(
            program.get(here),
            program.put(here + "/answers", "{}"),
            program.post(here + "/submission", DECLARED),
            program.post(here + "/withdrawal", ""),
            program.post(here + "/additions", "{}"),
            attach(here, BirthDrafts.MARRIAGE, "k3"),
            program.delete(here),
            program.get(here + "/result.pdf"),
            program.get(PATH + "/" + UUID.randomUUID()))) {
      assertThat(refused).hasStatus(404).hasContentTypeCompatibleWith(PROBLEM);
    }
  }

  @Test
  void withoutTheScopeOrAPersonNothingIsFiled() {
    var reader = programs.of(mother, "services.read");
    var agency = programs.ofAgency(Programs.QUANG_NINH, "dossiers.file");
    for (var other : List.of(reader, agency)) {
      assertThat(other.post(PATH, BIRTH)).hasStatus(403).hasContentTypeCompatibleWith(PROBLEM);
      assertThat(other.get(PATH + "/mine")).hasStatus(403);
      assertThat(other.get("/api/mandates")).hasStatus(403);
    }
    assertThat(mvc.post().uri(PATH).content(BIRTH)).hasStatus(401);
    assertThat(reader.get("/api/services")).hasStatusOk();
  }

  @Test
  void aSurerSignInIsAskedFor() {
    var unsure = programs.of(mother.knownAs(LevelOfAssurance.LOA1));
    var refused = unsure.post(PATH, BIRTH);
    assertThat(refused).hasStatus(401).hasContentTypeCompatibleWith(PROBLEM);
    assertThat(refused.getResponse().getHeader("WWW-Authenticate"))
        .contains("insufficient_user_authentication", "acr_values=\"LoA");
  }

  @Test
  void aLawyerFilesForHerWhoHasAuthorisedHim() {
    var lawyer = births.mother();
    var office = programs.of(lawyer);
    var mandate = authorise(lawyer, Power.FILE, Power.SIGN);
    assertThat(json(office.get("/api/mandates")).get("items").get(0).get("id").asString())
        .isEqualTo(mandate.toString());

    var begun =
        office.post(
            PATH,
            "{\"service\": \"birth-registration\", \"applicant\": \"%s\"}".formatted(mandate));
    assertThat(begun).hasStatus(201);
    var here = location(begun);
    assertThat(dossier(idOf(here)).applicant().account()).isEqualTo(mother.id());
    assertThat(office.put(here + "/answers", answers())).hasStatusOk();
    assertThat(office.upload(here + "/papers", BirthDrafts.PROOF, "a.pdf", Files.pdf(), "k"))
        .hasStatusOk();
    assertThat(office.post(here + "/submission", DECLARED)).hasStatusOk();
    assertThat(json(office.get(PATH + "/mine?applicant=" + mandate)).get("items")).hasSize(1);
    assertThat(json(office.get(PATH + "/mine")).get("items")).isEmpty();

    mandates.revoke(new MandateId(mandate), mother);
    assertThat(office.get(here)).hasStatus(404);
    assertThat(office.put(here + "/answers", "{}")).hasStatus(404);
    assertThat(office.get(PATH + "/mine?applicant=" + mandate)).hasStatus(403);
    assertThat(
            office.post(
                PATH,
                "{\"service\": \"birth-registration\", \"applicant\": \"%s\"}".formatted(mandate)))
        .hasStatus(403);
    assertThat(json(office.get("/api/mandates")).get("items")).isEmpty();
  }

  @Test
  void whoMayOnlyPrepareDoesNotHandIn() {
    var lawyer = births.mother();
    authorise(lawyer, Power.FILE);
    var here = PATH + "/" + births.complete(mother);
    var office = programs.of(lawyer);

    assertThat(office.get(here)).hasStatusOk();
    assertThat(office.patch(here + "/answers", "{\"child.givenName\": \"An\"}")).hasStatusOk();
    var refused = office.post(here + "/submission", DECLARED);
    assertThat(refused).hasStatus(403).hasContentTypeCompatibleWith(PROBLEM);
    assertThat(json(refused).get("code").asString()).isEqualTo("power-needed");
  }

  @Test
  void filesAreCheckedAsOnThePages() {
    var here = begun();
    var bad =
        program.upload(here + "/papers", BirthDrafts.PROOF, "a.pdf", "no pdf".getBytes(), "b1");
    assertThat(bad).hasStatus(422).hasContentTypeCompatibleWith(PROBLEM);
    assertThat(json(bad).get("errors").get(0).get("field").asString()).isEqualTo(BirthDrafts.PROOF);
    assertThat(attach(here, "nonsense", "b2")).hasStatus(422);

    var key = "b3" + UUID.randomUUID();
    var pdf = Files.pdf();
    var papers = here + "/papers";
    assertThat(program.upload(papers, BirthDrafts.PROOF, "a.pdf", pdf, key)).hasStatusOk();
    var again = program.upload(papers, BirthDrafts.PROOF, "a.pdf", pdf, key);
    assertThat(program.upload(papers, BirthDrafts.PROOF, "b.pdf", pdf, key)).hasStatus(422);
    assertThat(json(again).get("papers")).hasSize(1);
    var file = json(again).get("papers").get(0).get("href").asString();
    assertThat(program.get(file)).hasStatusOk().hasContentType("application/pdf");
    assertThat(program.delete(file)).hasStatus(204);
    assertThat(program.get(file)).hasStatus(404);
    assertThat(json(program.get(here)).get("papers")).isEmpty();
  }

  @Test
  void aFileComesInParts() {
    var here = begun();
    var pdf = Files.pdf();
    var uploads = here + "/papers/" + BirthDrafts.PROOF + "/uploads";
    var key = UUID.randomUUID().toString();
    var headers = Map.of("Upload-Length", "" + pdf.length, "Idempotency-Key", key);
    var begun = program.tus("POST", uploads, new byte[0], headers);
    assertThat(begun).hasStatus(201);
    var upload = location(begun);
    assertThat(
            program.tus("POST", uploads, new byte[0], headers).getResponse().getHeader("Location"))
        .isEqualTo(upload);
    var id = upload.substring(upload.lastIndexOf('/') + 1);
    var arrived = "{\"paper\": \"%s\", \"upload\": \"%s\"}".formatted(BirthDrafts.PROOF, id);
    assertThat(program.post(here + "/papers", arrived)).hasStatus(422);

    var part = Map.of("Content-Type", "application/offset+octet-stream", "Upload-Offset", "0");
    assertThat(program.tus("PATCH", upload, pdf, part)).hasStatus(204);
    assertThat(
            program
                .tus("HEAD", upload, new byte[0], Map.of())
                .getResponse()
                .getHeader("Upload-Offset"))
        .isEqualTo("" + pdf.length);
    assertThat(program.post(here + "/papers", arrived)).hasStatusOk();
    assertThat(program.post(here + "/papers", arrived)).hasStatusOk();
    assertThat(dossier(idOf(here)).attachments()).hasSize(1);
    assertThat(program.tus("PATCH", upload, pdf, Map.of())).hasStatus(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "7",
        "\"x\"",
        "{",
        "null",
        "{\"a\": }",
        "{\"child.givenName\": \"\\u0000\\ud800\"}"
      })
  void hostileBodiesAreNoFaultOfOurs(String body) {
    var here = begun();
    assertThat(program.put(here + "/answers", body).getResponse().getStatus()).isIn(200, 400);
    assertThat(program.post(PATH, body).getResponse().getStatus()).isIn(400, 422);
    assertThat(program.post(here + "/submission", body).getResponse().getStatus()).isIn(400, 422);
  }

  @Test
  void bodiesThatAreTooLongOrTooDeepAreTurnedAway() {
    var here = begun();
    var megabyte = "{\"a\": \"" + "x".repeat(1_000_000) + "\"}";
    assertThat(program.put(here + "/answers", megabyte)).hasStatus(413);
    assertThat(program.post(PATH, megabyte)).hasStatus(413);
    var deep = "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000);
    assertThat(program.put(here + "/answers", deep)).hasStatus(400);
    var within = "{\"child.givenName\":" + "[".repeat(400) + "]".repeat(400) + "}";
    assertThat(program.put(here + "/answers", within)).hasStatusOk();
    var many = IntStream.range(0, 20_000).mapToObj(i -> "\"q" + i + "\": 1").toList();
    assertThat(program.put(here + "/answers", "{" + String.join(",", many) + "}")).hasStatusOk();
    assertThat(
            program.put(here + "/answers", "{\"child.givenName\": \"" + "x".repeat(30_000) + "\"}"))
        .hasStatusOk();
    assertThat(dossier(idOf(here)).answers().text("child.givenName").orElse("").length())
        .isLessThanOrEqualTo(20_000);
  }

  @Test
  void wrongAddressesAndParametersAreProblems() {
    assertThat(program.get(PATH + "/mine?limit=0")).hasStatus(400);
    assertThat(program.get(PATH + "/mine?limit=x")).hasStatus(400);
    assertThat(program.get(PATH + "/mine?code=nonsense")).hasStatusOk();
    assertThat(program.get(PATH + "/mine?applicant=" + UUID.randomUUID())).hasStatus(403);
    assertThat(program.post(PATH, "{\"service\": \"nonsense\"}")).hasStatus(422);
    assertThat(program.post(PATH, "{\"service\": \"../x\"}")).hasStatus(422);
    assertThat(program.post(PATH, "{\"service\": \"birth-registration\", \"applicant\": 7}"))
        .hasStatus(400);
  }

  @Test
  void ownApplicationsArePaged() {
    for (var i = 0; i < 3; i++) begun();
    var first = json(program.get(PATH + "/mine?limit=2"));
    assertThat(first.get("items")).hasSize(2);
    var rest = json(program.get(PATH + "/mine?limit=2&before=" + first.get("next").asString()));
    assertThat(rest.get("items")).hasSize(1);
    assertThat(rest.get("next").isNull()).isTrue();
  }

  @Test
  void aCallCostsFewStatements() {
    var here = begun();
    program.put(here + "/answers", answers());
    attach(here, BirthDrafts.PROOF, "s1");
    var counts =
        Map.of(
            "begin", Statements.of(() -> program.post(PATH, BIRTH)),
            "answers",
                Statements.of(
                    () -> program.patch(here + "/answers", "{\"child.givenName\":\"An\"}")),
            "get", Statements.of(() -> program.get(here)),
            "submission", Statements.of(() -> program.post(here + "/submission", DECLARED)));
    assertThat(counts.get("begin")).hasSizeLessThanOrEqualTo(8);
    assertThat(counts.get("answers")).hasSizeLessThanOrEqualTo(6);
    assertThat(counts.get("get")).hasSizeLessThanOrEqualTo(4);
    // What tells the applicant is among them.
    assertThat(counts.get("submission")).hasSizeLessThanOrEqualTo(25);
  }

  private String begun() {
    return location(program.post(PATH, BIRTH));
  }

  private static String location(MvcTestResult begun) {
    return Objects.requireNonNull(begun.getResponse().getHeader("Location"));
  }

  /** Answered, with its paper. */
  private String complete() {
    return PATH + "/" + births.complete(mother);
  }

  private MvcTestResult attach(String here, String paper, String key) {
    return program.upload(here + "/papers", paper, "giấy.pdf", Files.pdf(), key);
  }

  private UUID authorise(CurrentUser lawyer, Power... powers) {
    return mandates
        .grant(
            new NewMandate(
                MandateKind.DELEGATION,
                mother.id(),
                lawyer.id(),
                Set.of(powers),
                new MandateScope.All(),
                null),
            mother)
        .id()
        .value();
  }

  private static String answers() {
    return JSON.writeValueAsString(
        FilledExample.of(BirthDrafts.SERVICE, "married-parents").answers().values());
  }

  private static DossierId idOf(String here) {
    return new DossierId(UUID.fromString(here.substring(here.lastIndexOf('/') + 1)));
  }

  private static List<String> pointers(MvcTestResult result) {
    return json(result)
        .get("errors")
        .valueStream()
        .map(it -> it.get("pointer").asString())
        .toList();
  }

  private int events(String here, String event) {
    return jdbc.sql("select count(*) from dossiers.entry where dossier = :id and event = :event")
        .param("id", idOf(here).value())
        .param("event", event)
        .query(Integer.class)
        .single();
  }
}
