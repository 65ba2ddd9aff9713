package org.motcua.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Somebody who reads procedures' pages, the known ones far more often than the rest; every fourth
 * page he has had before, and asks whether it has changed.
 */
final class Reader implements Load.Person {

  static final String PAGE = "read a page";
  static final String UNCHANGED = "ask whether it has changed";

  private static final int CHANGED_PAGES = 3;
  private static final Pattern LOCATION = Pattern.compile("<loc>([^<]+)</loc>");

  private final HttpClient http;
  private final URI portal;
  private final List<String> paths;
  private final Random random;

  Reader(HttpClient http, URI portal, List<String> paths, int seed) {
    this.http = http;
    this.portal = portal;
    this.paths = paths;
    this.random = new Random(seed);
  }

  /** What the portal tells search engines to read. */
  static List<String> procedures(HttpClient http, URI portal)
      throws IOException, InterruptedException {
    var map =
        http.send(
            HttpRequest.newBuilder(portal.resolve("/sitemaps/procedures.xml")).build(),
            BodyHandlers.ofString());
    return LOCATION
        .matcher(map.body())
        .results()
        .map(match -> URI.create(match.group(1)).getPath())
        .toList();
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    var path = paths.get((int) (paths.size() * Math.pow(random.nextDouble(), 3)));
    String tag = null;
    for (var i = 0; i < CHANGED_PAGES; i++) tag = timings.time(PAGE, () -> read(path));
    var known = String.valueOf(tag);
    timings.time(UNCHANGED, () -> askAgain(path, known));
  }

  private String read(String path) throws IOException, InterruptedException {
    var answer = send(request(path).build());
    if (answer.statusCode() != 200 || answer.body().length < 1000) {
      throw new IOException(path + " answered " + answer.statusCode());
    }
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private int askAgain(String path, String tag) throws IOException, InterruptedException {
    var answer = send(request(path).header("If-None-Match", tag).build());
    if (answer.statusCode() != 304) throw new IOException(path + " has changed meanwhile");
    return answer.statusCode();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(portal.resolve(path)).header("Accept-Encoding", "gzip");
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofByteArray());
  }
}
