package org.motcua.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.motcua.benchmarks.PageForm.Field;

/**
 * One person's browser at an address of its own, so that limits by address hold for each person
 * alone. Follows redirects; keeps cookies; runs no script and fetches no picture.
 */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_REDIRECTS = 5;
  private static final String BOUNDARY = "----motcua-benchmark";

  private final URI portal;
  private final HttpClient http;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  Browser(URI portal, InetAddress from) {
    this.portal = portal;
    this.http =
        HttpClient.newBuilder()
            .localAddress(from)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
  }

  record UploadedFile(String field, String name, String mediaType, byte[] content) {}

  WebPage open(String path) {
    return fetch(request(portal.resolve(path)).GET().build());
  }

  /**
   * Opens what leads out of the portal, over whatever redirects.
   *
   * @return where to
   */
  URI leave(String path) {
    var answer = followed(request(portal.resolve(path)).GET().build());
    if (!isRedirect(answer)) throw unexpected(answer);
    return target(answer);
  }

  /** What the browser sends with each request to say whose it is. */
  String cookies() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  byte[] download(String path) {
    var answer = send(request(portal.resolve(path)).GET().build());
    if (answer.statusCode() == 200) return answer.body();
    throw unexpected(answer);
  }

  /** Sends the form; the page that answers must not refuse it. */
  WebPage submit(PageForm form, Map<String, String> answers) {
    return accepted(
        fetch(
            request(form.target())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form.filledWith(answers))))
                .build()));
  }

  WebPage submit(PageForm form, Map<String, String> answers, UploadedFile file) {
    return accepted(
        fetch(
            request(form.target())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(multipart(form.filledWith(answers), file)))
                .build()));
  }

  @Override
  public void close() {
    http.close();
  }

  private static WebPage accepted(WebPage page) {
    if (page.refuses()) throw new UnexpectedPage("Refused", page);
    return page;
  }

  private WebPage fetch(HttpRequest request) {
    var answer = followed(request);
    if (answer.statusCode() != 200) throw unexpected(answer);
    return pageOf(answer);
  }

  /** Redirects are followed inside the portal; where one leads out of it, it is the answer. */
  private HttpResponse<byte[]> followed(HttpRequest request) {
    var answer = send(request);
    for (var hops = 0; isRedirect(answer) && hops < MOST_REDIRECTS; hops++) {
      var next = target(answer);
      if (!portal.getAuthority().equals(next.getAuthority())) return answer;
      answer = send(request(next).GET().build());
    }
    return answer;
  }

  private static URI target(HttpResponse<?> answer) {
    return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  private static boolean isRedirect(HttpResponse<?> answer) {
    return answer.statusCode() == 302 || answer.statusCode() == 303;
  }

  private static UnexpectedPage unexpected(HttpResponse<byte[]> answer) {
    return new UnexpectedPage("Status " + answer.statusCode(), pageOf(answer));
  }

  private static WebPage pageOf(HttpResponse<byte[]> answer) {
    return new WebPage(answer.uri(), new String(answer.body(), UTF_8));
  }

  private HttpRequest.Builder request(URI address) {
    var request = HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept-Language", "vi");
    if (cookies.isEmpty()) return request;
    return request.header("Cookie", cookies());
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted at " + request.uri(), e);
    }
  }

  private void keep(String cookie) {
    var pair = cookie.split(";", 2)[0].split("=", 2);
    if (cookie.contains("Max-Age=0")) cookies.remove(pair[0]);
    else cookies.put(pair[0], pair[1]);
  }

  static String encoded(List<Field> fields) {
    return fields.stream()
        .map(
            field ->
                URLEncoder.encode(field.name(), UTF_8)
                    + "="
                    + URLEncoder.encode(field.value(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static byte[] multipart(List<Field> fields, UploadedFile file) {
    var body = new ByteArrayOutputStream();
    for (var field : fields) {
      body.writeBytes(part("name=\"" + field.name() + "\"\r\n").getBytes(UTF_8));
      body.writeBytes(("\r\n" + field.value() + "\r\n").getBytes(UTF_8));
    }
    var head =
        "name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n"
            .formatted(file.field(), file.name(), file.mediaType());
    body.writeBytes(part(head).getBytes(UTF_8));
    body.writeBytes("\r\n".getBytes(UTF_8));
    body.writeBytes(file.content());
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return body.toByteArray();
  }

  private static String part(String disposition) {
    return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition;
  }
}
