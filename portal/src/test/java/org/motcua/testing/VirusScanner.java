package org.motcua.testing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.motcua.documents.scanning.VirusScan;

/**
 * A real clamd (Debian's clamav-daemon) that knows one harmless file: the test file of the EICAR,
 * which stands here in two halves, so that no scanner takes this source for it.
 */
public final class VirusScanner {

  public static final String SIGNATURE = "Motcua.Test.Eicar";

  private static final Path PROGRAM = Path.of("/usr/sbin/clamd");
  private static final String HALF = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-";
  private static final String OTHER_HALF = "ANTIVIRUS-TEST-FILE!$H+H*";

  public static byte[] eicar() {
    return (HALF + OTHER_HALF).getBytes(StandardCharsets.US_ASCII);
  }

  /** Where it listens; skips the test where there is none. */
  public static String address() {
    assumeTrue(
        Files.isExecutable(PROGRAM), "clamd is not installed: apt-get install clamav-daemon");
    return Running.socket;
  }

  private static final class Running {

    static final String socket = start();

    static String start() {
      try {
        var folder = Files.createTempDirectory("clamd");
        var socket = folder.resolve("ctl").toString();
        var signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(
            signatures.resolve("own.ndb"),
            SIGNATURE + ":0:*:" + HexFormat.of().formatHex(eicar()) + "\n");
        var settings = folder.resolve("clamd.conf");
        Files.writeString(
            settings,
            """
            Foreground yes
            DatabaseDirectory %s
            LocalSocket %s
            TemporaryDirectory %s
            StreamMaxLength 50M
            """
                .formatted(signatures, socket, folder));
        var process =
            new ProcessBuilder(PROGRAM.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var scan = VirusScan.byClamd(socket, Duration.ofSeconds(10));
        // Not in another thread, which would wait for this class to be ready.
        await()
            .pollInSameThread()
            .atMost(Duration.ofSeconds(60))
            .until(() -> scan.trouble().isEmpty());
        return socket;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private VirusScanner() {}
}
