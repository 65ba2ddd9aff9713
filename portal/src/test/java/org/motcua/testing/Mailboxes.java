package org.motcua.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Everybody's mailboxes: a mail server that takes whatever it is sent, one for the whole run. A
 * message is handed out once, in the order of arrival: its subject, below it its text, and below
 * that, where it has them, its page and the names and sizes of its files.
 */
public final class Mailboxes {

  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
  private static final Pattern RECIPIENT = Pattern.compile("<([^>]+)>");
  private static final int PATIENCE_SECONDS = 20;
  private static final ConcurrentHashMap<String, BlockingQueue<String>> mailboxes =
      new ConcurrentHashMap<>();
  private static volatile boolean dead;
  private static final ServerSocket server = start();

  /** Nobody's mail is taken until {@link #mend()}. */
  public static void fail() {
    dead = true;
  }

  public static void mend() {
    dead = false;
  }

  /** What has come already and nobody has looked at. */
  public static Optional<String> unreadMail(String address) {
    return Optional.ofNullable(mailbox(address).poll());
  }

  /** The next message to this address that has these words; others before it are passed over. */
  public static String awaitMailWith(String words, String address) {
    try {
      while (true) {
        var text = mailbox(address).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (text == null) throw new AssertionError("No mail came to " + address);
        if (text.contains(words)) return text;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The six-digit code in the next message that has these words. */
  public static String awaitCode(String words, String address) {
    var text = awaitMailWith(words, address);
    var found = CODE.matcher(text);
    if (!found.find()) throw new AssertionError("No code in: " + text);
    return found.group(1);
  }

  static int port() {
    return server.getLocalPort();
  }

  private static BlockingQueue<String> mailbox(String address) {
    return mailboxes.computeIfAbsent(address, key -> new LinkedBlockingQueue<>());
  }

  private static ServerSocket start() {
    try {
      var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(() -> serve(socket));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(ServerSocket socket) {
    while (true) {
      try {
        var client = socket.accept();
        Thread.ofVirtual().start(() -> talk(client));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Bytes are read as ISO 8859-1, in which each is one sign. */
  private static void talk(Socket client) {
    try (client;
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
      if (dead) {
        say(client, "421 out of order");
        return;
      }
      say(client, "220 mailboxes");
      var to = "";
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("RCPT")) to = recipient(line);
        if (line.equals("DATA")) {
          say(client, "354 go on");
          deliver(to, message(in));
        }
        say(client, answer(line));
      }
    } catch (IOException | MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** Whoever is called nobody has no mailbox. */
  private static String answer(String line) {
    if (line.equals("QUIT")) return "221 bye";
    return line.startsWith("RCPT") && recipient(line).startsWith("nobody")
        ? "550 no such mailbox"
        : "250 ok";
  }

  private static String recipient(String line) {
    var found = RECIPIENT.matcher(line);
    return found.find() ? found.group(1) : "";
  }

  private static byte[] message(BufferedReader in) throws IOException {
    var text = new StringBuilder();
    for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      text.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void deliver(String to, byte[] sent) throws IOException, MessagingException {
    var message = new MimeMessage(null, new ByteArrayInputStream(sent));
    mailbox(to).add(message.getSubject() + "\n" + text(message));
  }

  private static String text(Part part) throws IOException, MessagingException {
    if (part.getFileName() != null) {
      return "[" + part.getFileName() + ", " + part.getInputStream().readAllBytes().length + "]";
    }
    if (!(part.getContent() instanceof Multipart parts)) return part.getContent().toString();
    var text = new StringBuilder();
    for (var i = 0; i < parts.getCount(); i++) text.append(text(parts.getBodyPart(i))).append('\n');
    return text.toString();
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }

  private Mailboxes() {}
}
