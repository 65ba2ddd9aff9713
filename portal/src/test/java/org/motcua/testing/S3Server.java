package org.motcua.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** A process that speaks S3 (Adobe's S3Mock), with one bucket. */
public final class S3Server implements AutoCloseable {

  public static final String BUCKET = "motcua";

  private final Process process;
  private final int port;

  public static S3Server start() {
    try {
      return new S3Server(freePort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private S3Server(int port) throws IOException {
    this.port = port;
    var folder = Files.createTempDirectory("s3");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                program().toString(),
                "--server.port=0",
                "--com.adobe.testing.s3mock.http-port=" + port,
                "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET,
                "--com.adobe.testing.s3mock.domain.initial-buckets=" + BUCKET)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    await().atMost(Duration.ofSeconds(90)).until(this::listens);
  }

  public String endpoint() {
    return "http://localhost:" + port;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private boolean listens() {
    if (!process.isAlive()) throw new IllegalStateException("The S3 server has ended");
    try (var socket = new Socket("localhost", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** On our class path, though nothing in it is ours to load. */
  private static Path program() {
    var inside =
        Objects.requireNonNull(
                S3Server.class.getClassLoader().getResource("BOOT-INF/classes/s3mock.jks"))
            .getPath();
    return Path.of(URI.create(inside.substring(0, inside.indexOf('!'))));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
