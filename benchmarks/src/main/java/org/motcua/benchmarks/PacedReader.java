package org.motcua.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Reads a page at a steady pace, however slow the answers come: a page that had to wait for the one
 * before it has waited, too.
 */
final class PacedReader implements Load.Person {

  static final String STEP = "read a page";

  private final HttpClient http;
  private final HttpRequest request;
  private final long pause;
  private long due;

  /**
   * @param first how long after the others the first page is due
   */
  PacedReader(HttpClient http, HttpRequest request, Duration pause, Duration first) {
    this.http = http;
    this.request = request;
    this.pause = pause.toNanos();
    this.due = System.nanoTime() + first.toNanos();
  }

  @Override
  public void doItOnce(Timings timings) throws Exception {
    var wait = due - System.nanoTime();
    if (wait > 0) TimeUnit.NANOSECONDS.sleep(wait);
    var answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(request.uri() + " answered " + answer.statusCode());
    }
    timings.record(STEP, System.nanoTime() - due);
    due += pause;
  }
}
