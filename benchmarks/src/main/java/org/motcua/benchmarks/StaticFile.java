package org.motcua.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The yardstick of pages: the portal's own server sending a small file that never changes. */
final class StaticFile implements Load.Person {

  static final String STEP = "fetch a static file";

  private static final String FILE = "/static/images/emblem.svg";

  private final HttpClient http;
  private final HttpRequest request;

  StaticFile(HttpClient http, URI portal) {
    this.http = http;
    this.request = HttpRequest.newBuilder(portal.resolve(FILE)).build();
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    timings.time(STEP, () -> fetch());
  }

  private int fetch() throws IOException, InterruptedException {
    var answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) throw new IOException(FILE + " " + answer.statusCode());
    return answer.body().length;
  }
}
