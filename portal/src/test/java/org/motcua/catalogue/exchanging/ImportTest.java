package org.motcua.catalogue.exchanging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.motcua.testing.FormToken.csrf;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.motcua.catalogue.Catalogue;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.exchanging.ImportStore.Filter;
import org.motcua.catalogue.exchanging.ReportLine.Outcome;
import org.motcua.catalogue.exchanging.national.Finding;
import org.motcua.catalogue.exchanging.national.NationalJson;
import org.motcua.catalogue.exchanging.national.RealEntries;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.audit.AuditTrail;
import org.motcua.testing.AtOnce;
import org.motcua.testing.Officers;
import org.motcua.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** In a catalogue of its own, since it is filled with hundreds of procedures. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "motcua.catalogue.import.longest-line=200KB")
@AutoConfigureMockMvc
class ImportTest {

  private static final Sender GOVERNMENT =
      new Sender(Sender.GOVERNMENT_OFFICE, "client:test", "test");
  private static final Sender QUANG_NINH =
      new Sender(new AgencyId("000.00.00.H49"), "client:test", "test");

  @Autowired private MockMvcTester mvc;
  @Autowired private Catalogue catalogue;
  @Autowired private ImportStore imports;
  @Autowired private ReceiveImport receive;
  @Autowired private TakeInLines lines;
  @Autowired private AuditTrail audit;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Clock clock;
  @LocalServerPort private int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void theRealEntriesAreTakenInOverHttpAndComeBackAsTheyWere() throws Exception {
    var file = Files.readAllBytes(RealEntries.file());
    var first = finished(send(packed(file), "national-database"));
    assertThat(first.counts().created()).isPositive();
    assertThat(first.counts().refused()).isZero();
    assertThat(first.counts().lines()).isEqualTo(300);

    var again = finished(send(file, "national-database"));
    assertThat(again.counts().unchanged()).isEqualTo(300);

    var json = new JsonMapper();
    for (var line : RealEntries.lines()) {
      var entry = json.readTree(line);
      var code = new ProcedureCode(entry.path("MATTHC").asString());
      if (catalogue.get(code).nameEnglish() != null) continue;
      assertThat(json.readTree(NationalJson.writeLine(catalogue.get(code)))).isEqualTo(entry);
    }
  }

  @Test
  void importingAnExportChangesNothing() throws Exception {
    var export = get("/api/procedures/export", null).body();
    var taken = run(export.getBytes(UTF_8), GOVERNMENT);

    assertThat(taken.counts().lines()).isGreaterThan(15);
    assertThat(taken.counts().unchanged()).isEqualTo(taken.counts().lines());
  }

  @Test
  void aBadLineIsToldAndStopsNoOther() {
    var file =
        String.join(
            "\n",
            "\uFEFF" + entry("5.000001", "Một"),
            "{\"MATTHC\": ",
            "[]",
            "",
            "{\"TENTTHC\": \"không mã\"}",
            entry("nonsense", "Sai mã"),
            entry("5.000001", "Lần nữa"),
            entry("5.000002", "<script>alert(1)</script>"),
            entry("5.000003", "x".repeat(5 * 1024 * 1024)),
            entry("5.000004", "Ký tự \\u0000 lạ"),
            entry("5.000005", "Cuối"));
    var taken = run(file.getBytes(UTF_8), GOVERNMENT);
    var report = report(taken.id(), Filter.ALL);

    assertThat(taken.counts()).isEqualTo(new Import.Counts(11, 4, 0, 0, 6, 4));
    assertThat(report).extracting(ReportLine::number).doesNotContain(4);
    assertThat(reasons(report))
        .containsExactly("notJson", "notAnObject", "noCode", "badCode", "twice", "tooLong");
    assertThat(report.get(5).findings()).containsExactly(Finding.of("twice", 1));
    assertThat(catalogue.get(new ProcedureCode("5.000002")).name())
        .isEqualTo("<script>alert(1)</script>");
    assertThat(mvc.get().uri("/procedures/5.000002"))
        .hasStatusOk()
        .bodyText()
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert(1)");
    assertThat(catalogue.get(new ProcedureCode("5.000004")).name()).isEqualTo("Ký tự  lạ");
    assertThat(report(taken.id(), new Filter(null, true))).hasSize(4);
    assertThat(report(taken.id(), new Filter(Outcome.REFUSED, false))).hasSize(6);
  }

  @Test
  void aFileInAnotherEncodingIsRefusedLineByLine() {
    var taken =
        run(
            entry("5.000010", "Một").getBytes(java.nio.charset.StandardCharsets.UTF_16),
            GOVERNMENT);
    assertThat(reasons(report(taken.id(), Filter.ALL))).containsExactly("utf16");
  }

  @Test
  void aChangedLineKeepsWhatTheNationalJsonCannotSay() {
    var before = catalogue.get(new ProcedureCode("1.001193"));
    var changed =
        NationalJson.writeLine(before)
            .replace("\"Đăng ký khai sinh\"", "\"Đăng ký khai sinh mới\"");
    var taken = run(changed.getBytes(UTF_8), GOVERNMENT);
    var after = catalogue.get(new ProcedureCode("1.001193"));

    assertThat(taken.counts().changed()).isEqualTo(1);
    assertThat(reasons(report(taken.id(), Filter.ALL))).containsExactly("englishName");
    assertThat(after.name()).isEqualTo("Đăng ký khai sinh mới");
    assertThat(after)
        .usingRecursiveComparison()
        .ignoringFields("name", "nationalWording")
        .isEqualTo(before);
    run(NationalJson.writeLine(before).getBytes(UTF_8), GOVERNMENT);
    assertThat(catalogue.get(new ProcedureCode("1.001193"))).isEqualTo(before);
  }

  @Test
  void aProvinceBringsInItsOwnCopiesOnly() {
    var file =
        String.join(
            "\n",
            entry("5.000020", "Của bộ"),
            entry("5.000020.000.00.00.H26", "Của tỉnh khác"),
            entry("5.000020.000.00.00.H49", "Của mình"));
    var taken = run(file.getBytes(UTF_8), QUANG_NINH);

    assertThat(report(taken.id(), Filter.ALL))
        .extracting(ReportLine::outcome)
        .containsExactly(Outcome.REFUSED, Outcome.REFUSED, Outcome.CREATED);
    assertThat(catalogue.find(new ProcedureCode("5.000020"))).isEmpty();
  }

  @Test
  void goesOnFromTheLastCommittedLineAfterACrash() {
    var id = stored(many("5.1", 450), GOVERNMENT);
    var beforeCrash = importer();
    assertThat(beforeCrash.step(id)).isTrue();
    assertThat(beforeCrash.step(id)).isTrue();
    assertThat(imports.find(id).orElseThrow().counts().lines()).isEqualTo(200);

    importer().run(id);
    var finished = imports.find(id).orElseThrow();
    assertThat(finished.isFinished()).isTrue();
    assertThat(finished.counts()).isEqualTo(new Import.Counts(450, 450, 0, 0, 0, 450));
    assertThat(report(id, Filter.ALL))
        .extracting(ReportLine::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 450).boxed().toList());
  }

  @Test
  void twoNodesThatTakeUpTheSameFileTakeEachLineInOnce() {
    var id = stored(many("5.2", 450), GOVERNMENT);
    AtOnce.both(() -> ran(id), () -> ran(id));

    assertThat(imports.find(id).orElseThrow().counts())
        .isEqualTo(new Import.Counts(450, 450, 0, 0, 0, 450));
  }

  @Test
  void aProcedureThatComesAgainBatchesLaterIsRefusedToo() {
    var file = many("5.3", 150) + entry("5.300001", "Lần nữa");
    var taken = run(file.getBytes(UTF_8), GOVERNMENT);

    assertThat(report(taken.id(), new Filter(Outcome.REFUSED, false)))
        .extracting(ReportLine::findings)
        .containsExactly(List.of(Finding.of("twice", 1)));
  }

  @Test
  void theSameFileWhileItIsUnderWayIsTheSameImport() throws IOException {
    var file = many("5.4", 3).getBytes(UTF_8);
    var first = stored(new String(file, UTF_8), GOVERNMENT);
    var receipt = receive.receive(new ByteArrayInputStream(packed(file)), "x.gz", GOVERNMENT);

    assertThat(receipt).isEqualTo(new ReceiveImport.Receipt.Received(first));
    importer().run(first);
    assertThat(receive.receive(new ByteArrayInputStream(file), null, GOVERNMENT))
        .isNotEqualTo(receipt);
  }

  @Test
  void aCutPackedFileAndAnEmptyOneAreRefused() throws Exception {
    var cut = packed(many("5.5", 100).getBytes(UTF_8));
    assertThat(post(java.util.Arrays.copyOf(cut, cut.length / 2), "national-database").statusCode())
        .isEqualTo(400);
    assertThat(post(new byte[0], "national-database").statusCode()).isEqualTo(400);
  }

  @Test
  void onlyWhoMayWriteSends() throws Exception {
    assertThat(post(new byte[] {'{', '}'}, null).statusCode()).isEqualTo(401);
    var reader = token("quangninh-portal", "catalogue.read");
    assertThat(postWith(new byte[] {'{', '}'}, reader).statusCode()).isEqualTo(403);
  }

  @Test
  void theReportTellsEachLineInBothLanguages() throws Exception {
    var sent = send((entry("5.600001", "Một") + "\n{").getBytes(UTF_8), "national-database");
    var id = finished(sent).id();
    var token = token("national-database", "catalogue.write");
    var report = get("/api/catalogue/imports/" + id + "/report", token).body().lines().toList();

    assertThat(report).hasSize(2);
    assertThat(JsonPath.<String>read(report.getFirst(), "$.outcome")).isEqualTo("CREATED");
    assertThat(JsonPath.<String>read(report.getLast(), "$.findings[0].message"))
        .startsWith("Không phải JSON");
    assertThat(JsonPath.<String>read(report.getLast(), "$.findings[0].messageEnglish"))
        .startsWith("Not JSON");
    var rest = get("/api/catalogue/imports/" + id + "/report?after=1", token).body();
    assertThat(rest.lines()).hasSize(1);
    assertThat(get("/api/catalogue/imports/" + UUID.randomUUID(), token).statusCode())
        .isEqualTo(404);
  }

  @Test
  void theGovernmentOfficeBringsAFileInAtItsDesk() {
    var file =
        new MockMultipartFile(
            "file",
            "thủ tục.jsonl",
            "text/plain",
            (entry("5.700001", "Một") + "\nhỏng").getBytes(UTF_8));
    var sent =
        mvc.post()
            .uri("/desk/catalogue/imports")
            .multipart()
            .file(file)
            .with(SignedIn.as(Officers.governmentController()))
            .with(csrf())
            .exchange();
    assertThat(sent).hasStatus3xxRedirection();
    var address = String.valueOf(sent.getResponse().getRedirectedUrl());
    var id = new ImportId(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
    await().until(() -> imports.find(id).orElseThrow().isFinished());

    assertThat(desk(address))
        .contains("thủ tục.jsonl", "5.700001", "Không phải JSON", "Trịnh Ngọc Hải");
    assertThat(desk(address + "?show=REFUSED")).contains("hỏng").doesNotContain("5.700001");
    assertThat(desk(address + "/report.csv")).contains("Dòng,Mã thủ tục", "1,5.700001,Mới");
    assertThat(desk("/desk/catalogue/imports")).contains("thủ tục.jsonl", "1 mới");
  }

  @Test
  void nobodyElseDoes() {
    for (var officer : List.of(Officers.justiceController(), Officers.haLongAdmin())) {
      assertThat(mvc.get().uri("/desk/catalogue/imports").with(SignedIn.as(officer)))
          .hasStatus(403);
    }
  }

  private String desk(String address) {
    var reply =
        mvc.get().uri(address).with(SignedIn.as(Officers.governmentController())).exchange();
    assertThat(reply).hasStatusOk();
    return new String(reply.getResponse().getContentAsByteArray(), UTF_8);
  }

  private Import run(byte[] file, Sender sender) {
    var id = stored(file, sender);
    importer().run(id);
    return imports.find(id).orElseThrow();
  }

  private boolean ran(ImportId id) {
    importer().run(id);
    return true;
  }

  private ImportId stored(String file, Sender sender) {
    return stored(file.getBytes(UTF_8), sender);
  }

  /** As if received, with nobody yet to take it in. */
  private ImportId stored(byte[] file, Sender sender) {
    try (var received = ReceivedFile.receive(new ByteArrayInputStream(file), "test", 100_000_000)) {
      return transaction.execute(
          status -> {
            var id = imports.add(received, sender, clock.instant()).orElseThrow();
            try (var content = received.open()) {
              imports.addPieces(id, content);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return id;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another one each time, as a node that has just started. */
  private ImportProcedures importer() {
    return new ImportProcedures(
        imports, lines, audit, transaction, clock, DataSize.ofKilobytes(200));
  }

  private List<ReportLine> report(ImportId id, Filter filter) {
    var report = new ArrayList<ReportLine>();
    imports.eachLine(id, filter, 0, report::add);
    return report;
  }

  private static List<String> reasons(List<ReportLine> report) {
    return report.stream()
        .filter(line -> line.isRefused() || line.isRemarked())
        .flatMap(line -> line.findings().stream())
        .map(Finding::key)
        .filter(key -> !List.of("noField", "html", "control").contains(key))
        .toList();
  }

  private static String many(String begin, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> entry("%s%05d".formatted(begin, n), "Thủ tục " + n) + "\n")
        .collect(Collectors.joining());
  }

  private static String entry(String code, String name) {
    return """
    {"MATTHC": "%s", "TENTTHC": "%s", "TRANGTHAI": 1}\
    """
        .formatted(code, name);
  }

  private static byte[] packed(byte[] file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(file);
    }
    return bytes.toByteArray();
  }

  private ImportId send(byte[] file, String client) throws Exception {
    var reply = post(file, client);
    assertThat(reply.statusCode()).isEqualTo(202);
    var location = reply.headers().firstValue("Location").orElseThrow();
    return new ImportId(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
  }

  private Import finished(ImportId id) {
    await().atMost(Duration.ofMinutes(1)).until(() -> imports.find(id).orElseThrow().isFinished());
    return imports.find(id).orElseThrow();
  }

  private HttpResponse<String> post(byte[] file, @Nullable String client) throws Exception {
    return postWith(file, client == null ? null : token(client, "catalogue.write"));
  }

  private HttpResponse<String> postWith(byte[] file, @Nullable String token) throws Exception {
    var request =
        HttpRequest.newBuilder(address("/api/catalogue/imports"))
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)));
    if (token != null) request.header("Authorization", "Bearer " + token);
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path, @Nullable String token) throws Exception {
    var request = HttpRequest.newBuilder(address(path));
    if (token != null) request.header("Authorization", "Bearer " + token);
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private String token(String client, String scope) throws Exception {
    var secret =
        Base64.getEncoder().encodeToString((client + ":motcua-demo-secret").getBytes(UTF_8));
    var reply =
        http.send(
            HttpRequest.newBuilder(address("/oauth2/token"))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + scope))
                .build(),
            BodyHandlers.ofString());
    return JsonPath.read(reply.body(), "$.access_token");
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
