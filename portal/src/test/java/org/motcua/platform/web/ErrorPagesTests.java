package org.motcua.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motcua.testing.Browser;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

@SpringBootTest(webEnvironment = RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTests {

  @RegisterExtension final Browser browser = new Browser();

  @Value("${spring.datasource.url}")
  String database;

  @Value("${motcua.upload-limit}")
  DataSize limit;

  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource({
    "400, Yêu cầu chưa hợp lệ, The request is not valid",
    "403, Bạn chưa thể mở trang này, You cannot open this page",
    "404, Không tìm thấy trang, Page not found",
    "413, Tệp quá lớn, The file is too large",
    "429, Bạn đã thử quá nhiều lần, Too many tries",
    "500, Đã xảy ra lỗi, Something went wrong",
    "503, Dịch vụ tạm thời gián đoạn, The service is interrupted"
  })
  void eachStatusHasAPageInBothLanguages(int status, String vietnamese, String english)
      throws Exception {
    var page = get("/dev/fail/" + status);
    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(page.body()).contains("<html lang=\"vi\">", vietnamese, reference(page));
    assertThat(get("/dev/fail/" + status + "?lang=en").body()).contains(english);
  }

  @Test
  void whatNobodyServesIsNotFound() throws Exception {
    assertThat(get("/khong-co").statusCode()).isEqualTo(404);
    assertThat(get("/static/khong-co.css").statusCode()).isEqualTo(404);
    assertThat(get("/error").statusCode()).isEqualTo(404);
  }

  @Test
  void anUnexpectedFailureIsLoggedWithTheReferenceThatThePageShows(CapturedOutput log)
      throws Exception {
    var page = get("/dev/fail/unexpectedly");
    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.body()).contains(reference(page)).doesNotContain("as asked");
    assertThat(log.getAll().lines())
        .anyMatch(line -> line.contains(reference(page)) && line.contains("unexpectedly failed"));
  }

  @Test
  void aFormWithoutItsTokenIsRefused() throws Exception {
    var page = send(request("/dev/fail/upload").POST(BodyPublishers.ofString("a=b")));
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("Phiên làm việc có thể đã hết hạn");
  }

  @Test
  void programsGetAProblemWithTheSameReference() throws Exception {
    var problem = get("/api/khong-co");
    assertThat(problem.statusCode()).isIn(401, 404);
    assertThat(problem.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(problem.body()).contains("\"reference\":\"" + reference(problem) + "\"");
  }

  @Test
  void thirtyMegabytesAreRefusedWithTheLimitAndNotWithABrokenConnection() throws Exception {
    var boundary = "----motcua";
    var head =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
            + "Content-Type: application/pdf\r\n\r\n";
    var page =
        send(
            request("/dev/fail/upload")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(
                    BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(new byte[30 * 1024 * 1024]),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    assertThat(page.statusCode()).isEqualTo(413);
    assertThat(page.body()).contains("tối đa " + limit.toMegabytes() + " MB");
  }

  @Test
  void theBrowserShowsThePageAboutATooLargeFile(@TempDir Path folder) throws IOException {
    var file = Files.write(folder.resolve("giay-chung-sinh.pdf"), new byte[30 * 1024 * 1024]);
    var page = browser.desktop();
    page.navigate("/dev/ui");
    page.locator("#certificate").setInputFiles(file);
    page.locator("#example-file button").click();
    page.locator("h1:has-text('Tệp quá lớn')").waitFor();
    Browser.screenshot(page, "error-413");
  }

  @Test
  void errorPagesAreAccessible() {
    var page = browser.phone();
    page.navigate("/dev/fail/500");
    Browser.screenshot(page, "error-500-phone");
    Browser.assertAccessible(page);
  }

  @Test
  void withoutTheDatabaseEvenTheSignedInAreToldSo() throws Exception {
    var session = Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes());
    allowConnections(false);
    try {
      var page = send(request("/dev/ui").header("Cookie", "motcua_session=" + session).GET());
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("Dịch vụ tạm thời gián đoạn", reference(page));
      assertThat(page.headers().firstValue("Retry-After")).contains("30");
      assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    } finally {
      allowConnections(true);
    }
    assertThat(get("/dev/ui").statusCode()).isEqualTo(200);
  }

  private void allowConnections(boolean allowed) throws SQLException {
    var name = database.replaceAll(".*/(\\w+).*", "$1");
    var server = database.replace("/" + name, "/postgres");
    try (var connection = DriverManager.getConnection(server, "postgres", "postgres");
        var statement = connection.createStatement()) {
      statement.execute("alter database " + name + " allow_connections " + allowed);
      if (!allowed) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                + name
                + "'");
      }
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(browser.address() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String reference(HttpResponse<?> response) {
    return response.headers().firstValue("X-Reference").orElseThrow();
  }
}
