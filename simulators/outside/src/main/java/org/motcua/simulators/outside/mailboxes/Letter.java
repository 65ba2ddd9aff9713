package org.motcua.simulators.outside.mailboxes;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mail as it comes over the wire, read as mail programs do. */
record Letter(MimeMessage message) {

  private static final int LONGEST_TEXT = 50_000;

  String from() throws MessagingException {
    var senders = Objects.requireNonNullElse(message.getFrom(), new InternetAddress[0]);
    return Arrays.stream(senders).map(Letter::shown).collect(Collectors.joining(", "));
  }

  private static String shown(Address sender) {
    return sender instanceof InternetAddress known && known.getPersonal() != null
        ? "%s <%s>".formatted(known.getPersonal(), known.getAddress())
        : sender.toString();
  }

  String subject() throws MessagingException {
    return Objects.requireNonNullElse(message.getSubject(), "");
  }

  /** The part that is meant to be read without a browser, or else whatever text there is. */
  String text() throws MessagingException, IOException {
    var text = text(message, "text/plain");
    if (text == null) text = text(message, "text/*");
    if (text == null) return "";
    return text.substring(0, Math.min(text.length(), LONGEST_TEXT)).replace("\r\n", "\n").strip();
  }

  /** The names of the files that came with it. */
  List<String> files() throws MessagingException, IOException {
    var files = new ArrayList<String>();
    collectFiles(message, files);
    return files;
  }

  private static void collectFiles(Part part, List<String> files)
      throws MessagingException, IOException {
    if (part.getFileName() != null) files.add(MimeUtility.decodeText(part.getFileName()));
    if (!(part.getContent() instanceof Multipart parts)) return;
    for (var i = 0; i < parts.getCount(); i++) collectFiles(parts.getBodyPart(i), files);
  }

  private static @Nullable String text(Part part, String type)
      throws MessagingException, IOException {
    if (part.isMimeType(type) && part.getContent() instanceof String text) return text;
    if (!(part.getContent() instanceof Multipart parts)) return null;
    for (var i = 0; i < parts.getCount(); i++) {
      var text = text(parts.getBodyPart(i), type);
      if (text != null) return text;
    }
    return null;
  }
}
