package org.motcua.payments.reconciling;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where gateways put their files: {@code motcua.payments.day-files.<way>}, with {@code {day}} in
 * the place of the date. An empty address: the file is brought by hand.
 */
@ConfigurationProperties("motcua.payments")
record DayFileSource(Map<String, String> dayFiles, String statements) {

  /** A day of ten million payments has less. */
  private static final long LARGEST = 2L << 30;

  private static final Download DOWNLOAD = new Download(Duration.ofMinutes(5), LARGEST);

  /** Of transfers the file is the bank's statement. */
  static final String TRANSFERS = "vietqr";

  Set<String> gateways() {
    return new TreeSet<>(dayFiles.keySet());
  }

  Set<String> ways() {
    var ways = gateways();
    if (!statements.isBlank()) ways.add(TRANSFERS);
    return ways;
  }

  /** Read to its end by whoever asks. Null: there is none, or not yet. */
  @Nullable InputStream open(String way, LocalDate day) throws IOException, InterruptedException {
    return openAt(dayFiles.getOrDefault(way, "").replace("{day}", day.toString()));
  }

  /** The bank's statement of our account. */
  @Nullable InputStream openStatement(String account, LocalDate day)
      throws IOException, InterruptedException {
    return openAt(statements.replace("{account}", account).replace("{day}", day.toString()));
  }

  private static @Nullable InputStream openAt(String address)
      throws IOException, InterruptedException {
    return address.isBlank() ? null : DOWNLOAD.open(URI.create(address));
  }
}
