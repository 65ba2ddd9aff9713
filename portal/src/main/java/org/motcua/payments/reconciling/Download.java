package org.motcua.payments.reconciling;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Brings a whole file here before anybody reads it: one that drips, or has no end, shall neither
 * keep a day locked nor fill the database.
 *
 * @param within from asking to its last byte
 * @param largest in bytes
 */
record Download(Duration within, long largest) {

  private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(CONNECTED_WITHIN).build();

  /** Gone once it is closed. Null: there is none, or not yet. */
  @Nullable InputStream open(URI address) throws IOException, InterruptedException {
    var file = Files.createTempFile("day", ".csv");
    try {
      if (fetch(address, file).statusCode() == 200) {
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    Files.deleteIfExists(file);
    return null;
  }

  private HttpResponse<Path> fetch(URI address, Path to) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address).timeout(within).build();
    var into = BodyHandlers.limiting(BodyHandlers.ofFile(to), largest);
    var answering = HTTP.sendAsync(request, into);
    try {
      return answering.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answering.cancel(true);
      throw new IOException("It was not here within " + within, e);
    } catch (ExecutionException e) {
      throw new IOException("It did not come whole", e.getCause());
    } catch (InterruptedException e) {
      answering.cancel(true);
      throw e;
    }
  }
}
