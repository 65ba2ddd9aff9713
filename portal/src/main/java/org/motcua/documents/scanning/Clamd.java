package org.motcua.documents.scanning;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ClamAV's daemon, to which files are sent through its socket (command {@code INSTREAM}), so that
 * it needs to see none of our folders.
 */
final class Clamd implements VirusScan {

  private static final Logger log = LoggerFactory.getLogger(Clamd.class);

  private static final Duration PATIENCE_FOR_A_WORD = Duration.ofSeconds(3);
  private static final Pattern HOST_AND_PORT = Pattern.compile(".+:[0-9]{1,5}");
  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_ANSWER = 4_096;
  private static final String CLEAN = "stream: OK";
  private static final String BEFORE = "stream: ";
  private static final String FOUND = " FOUND";

  /** Ends conversations that take too long: a channel has no time limit of its own. */
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("clamd").factory());

  private final String address;
  private final Duration patience;

  Clamd(String address, Duration patience) {
    if (!address.startsWith("/") && !HOST_AND_PORT.matcher(address).matches()) {
      throw new IllegalArgumentException(
          "motcua.clamd is '%s', expected a path such as /run/clamav/clamd.ctl or host and port such as localhost:3310"
              .formatted(address));
    }
    this.address = address;
    this.patience = patience;
  }

  @Override
  public Verdict of(Path file) {
    try {
      return verdict(converse(patience, channel -> send(file, channel)));
    } catch (IOException e) {
      log.error("The virus scanner at {} does not answer: {}", address, String.valueOf(e));
      return new NotScanned(String.valueOf(e));
    }
  }

  @Override
  public String trouble() {
    try {
      var answer = converse(PATIENCE_FOR_A_WORD, channel -> write(channel, "zPING\0"));
      return answer.equals("PONG") ? "" : "It answers " + answer;
    } catch (IOException e) {
      return String.valueOf(e);
    }
  }

  private Verdict verdict(String answer) {
    if (answer.equals(CLEAN)) return new Clean();
    if (answer.startsWith(BEFORE) && answer.endsWith(FOUND)) {
      return new Infected(answer.substring(BEFORE.length(), answer.length() - FOUND.length()));
    }
    log.error("The virus scanner at {} answers: {}", address, answer);
    return new NotScanned(answer);
  }

  /** Says something and hears what is answered up to the next nought. */
  private String converse(Duration within, Saying saying) throws IOException {
    var there = whereItListens();
    try (var channel =
        there instanceof UnixDomainSocketAddress
            ? SocketChannel.open(StandardProtocolFamily.UNIX)
            : SocketChannel.open()) {
      var end = alarm.schedule(() -> close(channel), within.toMillis(), TimeUnit.MILLISECONDS);
      try {
        channel.connect(there);
        saying.to(channel);
        return answer(channel);
      } finally {
        end.cancel(false);
      }
    }
  }

  private static void send(Path file, SocketChannel channel) throws IOException {
    write(channel, "zINSTREAM\0");
    var chunk = ByteBuffer.allocate(Integer.BYTES + CHUNK);
    try (var content = FileChannel.open(file)) {
      while (content.read(chunk.clear().position(Integer.BYTES)) > 0) {
        chunk.flip().putInt(0, chunk.limit() - Integer.BYTES);
        write(channel, chunk);
      }
    }
    write(channel, ByteBuffer.allocate(Integer.BYTES));
  }

  private static String answer(SocketChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(LONGEST_ANSWER);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      if (bytes.position() > 0 && bytes.get(bytes.position() - 1) == 0) {
        return new String(bytes.array(), 0, bytes.position() - 1, StandardCharsets.UTF_8);
      }
    }
    throw new IOException("It broke off after " + bytes.position() + " bytes");
  }

  private static void write(SocketChannel channel, String words) throws IOException {
    write(channel, ByteBuffer.wrap(words.getBytes(StandardCharsets.US_ASCII)));
  }

  private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) channel.write(bytes);
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      log.debug("A connection to the virus scanner cannot be closed", e);
    }
  }

  /** Looked up each time: the name may come to mean another machine. */
  private SocketAddress whereItListens() throws IOException {
    if (address.startsWith("/")) return UnixDomainSocketAddress.of(address);
    var colon = address.lastIndexOf(':');
    var port = Integer.parseInt(address.substring(colon + 1));
    var found = new InetSocketAddress(address.substring(0, colon), port);
    if (found.isUnresolved()) throw new IOException("Nobody knows the name " + address);
    return found;
  }

  private interface Saying {
    void to(SocketChannel channel) throws IOException;
  }
}
