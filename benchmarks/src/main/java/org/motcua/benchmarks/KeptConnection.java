package org.motcua.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection that is kept alive, one request after another: no more of a client than a
 * load program needs, which shares the processor with the portal. A request costs it a tenth of
 * what it costs {@link java.net.http.HttpClient}.
 */
final class KeptConnection implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;
  private static final int BUFFER = 16 * 1024;

  /** Servers close a connection that nobody has used for longer, without a word. */
  private static final long IDLE_AT_MOST = Duration.ofSeconds(10).toNanos();

  private final URI portal;
  private final @Nullable InetAddress from;
  private final byte[] line = new byte[BUFFER];
  private Wire wire;
  private long usedAt = System.nanoTime();

  KeptConnection(URI portal) throws IOException {
    this(portal, null);
  }

  /**
   * @param from the address at which it begins; null: any
   */
  KeptConnection(URI portal, @Nullable InetAddress from) throws IOException {
    this.from = from;
    this.portal = portal;
    this.wire = Wire.to(portal, from);
  }

  private record Wire(Socket socket, InputStream in) {
    static Wire to(URI portal, @Nullable InetAddress from) throws IOException {
      var socket = new Socket(portal.getHost(), portal.getPort(), from, 0);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      return new Wire(socket, new BufferedInputStream(socket.getInputStream(), BUFFER));
    }
  }

  /**
   * @param headers by their names in small letters; of several with one name the last
   */
  record Answer(int status, Map<String, String> headers, String content) {

    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** A text in the answer's JSON, which in a token's answer holds nothing to be unescaped. */
    String member(String name) throws IOException {
      var before = "\"" + name + "\":\"";
      var begin = content.indexOf(before) + before.length();
      var end = content.indexOf('"', begin);
      if (begin < before.length() || end < 0) throw new IOException("No " + name + " in " + this);
      return content.substring(begin, end);
    }

    @Override
    public String toString() {
      return status + " " + header("location") + " " + content;
    }

    Answer good() throws IOException {
      if (status == 200 || status == 201) return this;
      throw new IOException("Not a good answer: " + this);
    }

    /** Where it sends the browser. */
    String leadsTo() throws IOException {
      if (status == 302 || status == 303) return header("location");
      throw new IOException("Not sent on: " + this);
    }
  }

  /**
   * @param headers whole lines, each with its line's end
   */
  Answer get(String target, String headers) throws IOException {
    return exchange("GET " + target + version() + headers + "\r\n");
  }

  /** Posts a form that has been encoded already. */
  Answer post(String target, String form) throws IOException {
    return post(target, "", form);
  }

  /**
   * @param headers whole lines, each with its line's end
   */
  Answer post(String target, String headers, String form) throws IOException {
    return exchange(
        "POST "
            + target
            + version()
            + headers
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + form.length()
            + "\r\n\r\n"
            + form);
  }

  /**
   * Sends JSON; its bytes are UTF-8.
   *
   * @param headers whole lines, each with its line's end
   */
  Answer sendJson(String method, String target, String headers, String json) throws IOException {
    // The wire writes characters as single bytes: what is outside ASCII is escaped.
    var escaped = new StringBuilder(json.length());
    json.chars()
        .forEach(c -> escaped.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
    return exchange(
        method
            + " "
            + target
            + version()
            + headers
            + "Content-Type: application/json\r\nContent-Length: "
            + escaped.length()
            + "\r\n\r\n"
            + escaped);
  }

  private String version() {
    return " HTTP/1.1\r\nHost: " + portal.getRawAuthority() + "\r\n";
  }

  private Answer exchange(String request) throws IOException {
    if (System.nanoTime() - usedAt > IDLE_AT_MOST) reopen();
    wire.socket().getOutputStream().write(request.getBytes(ISO_8859_1));
    var status = Integer.parseInt(line().split(" ", 3)[1]);
    var headers = headers();
    var answer = new Answer(status, headers, new String(content(status, headers), UTF_8));
    usedAt = System.nanoTime();
    if ("close".equalsIgnoreCase(answer.header("connection"))) reopen();
    return answer;
  }

  /** A server closes a connection after some hundred requests, and says so with the last answer. */
  private void reopen() throws IOException {
    wire.socket().close();
    wire = Wire.to(portal, from);
  }

  private Map<String, String> headers() throws IOException {
    var headers = new HashMap<String, String>();
    for (var header = line(); !header.isEmpty(); header = line()) {
      var colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    return headers;
  }

  private byte[] content(int status, Map<String, String> headers) throws IOException {
    if (status == 204 || status == 304) return new byte[0];
    var length = headers.get("content-length");
    if (length != null) return whole(Integer.parseInt(length));
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) return chunks();
    throw new IOException("An answer " + status + " of unknown length");
  }

  private byte[] chunks() throws IOException {
    var all = new ByteArrayOutputStream();
    for (var size = chunkSize(); size > 0; size = chunkSize()) {
      all.writeBytes(whole(size));
      line();
    }
    line();
    return all.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
  }

  private byte[] whole(int length) throws IOException {
    var content = wire.in().readNBytes(length);
    if (content.length < length) throw new EOFException("The portal hung up");
    return content;
  }

  private String line() throws IOException {
    for (var length = 0; length < line.length; length++) {
      var next = wire.in().read();
      if (next < 0) throw new EOFException("The portal hung up");
      if (next == '\n') return new String(line, 0, Math.max(0, length - 1), ISO_8859_1);
      line[length] = (byte) next;
    }
    throw new IOException("A line of more than " + line.length + " bytes");
  }

  @Override
  public void close() throws IOException {
    wire.socket().close();
  }
}
