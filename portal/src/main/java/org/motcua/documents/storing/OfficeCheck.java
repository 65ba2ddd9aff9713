package org.motcua.documents.storing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.motcua.documents.StoringOutcome.Reason;

/**
 * Opens a Word or Excel file (an archive of parts, ISO/IEC 29500) and looks at every part in it.
 *
 * <p>Taken is what merely shows something. Refused is what could act: macros, controls, embedded
 * objects, and whatever a reader's program would fetch by itself. A picture from elsewhere is among
 * these: it tells its owner who reads the paper and when, and a Windows machine sends its user's
 * password hash along. A link to click on is harmless.
 */
final class OfficeCheck {

  private static final int MOST_ENTRIES = 4_000;

  /** Of all parts together; the longest tables that offices send stay far below. */
  private static final long MOST_UNPACKED = 256L << 20;

  /** Tables of like rows are packed up to some 80 times; only a bomb more. */
  private static final long MOST_TIMES = 200;

  private static final long SMALL = 1L << 20;
  private static final int CHUNK = 64 * 1024;
  private static final String TYPES = "[Content_Types].xml";

  private static final Set<String> SHOWN =
      Set.of(
          "xml", "rels", "vml", "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "emf", "wmf",
          "svg", "wdp", "odttf", "ttf", "fntdata", "sigs");

  private static final Pattern PRINTER_SETTINGS =
      Pattern.compile("(xl|word)/printersettings/[^/]+\\.bin");

  /** A diagram brings the table that it was drawn from. */
  private static final Pattern EMBEDDED =
      Pattern.compile("(xl|word)/embeddings/[^/]+\\.(docx|xlsx)");

  private static final Pattern TEXT_OF_WORD = Pattern.compile("word/[^/]+\\.xml");

  /** Empty when it is none of ours at all. */
  static Optional<FileType> typeOf(Path file) {
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.getEntry(TYPES) == null) return Optional.empty();
      return Optional.ofNullable(OfficeTypes.read(limited(zip, TYPES)).main());
    } catch (IOException | XMLStreamException | RuntimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Reason> fault(Path file) throws IOException {
    return fault(file, true);
  }

  private static Optional<Reason> fault(Path file, boolean mayEmbed) throws IOException {
    if (!Archive.of(file).whole()) return Optional.of(Reason.NOT_WHAT_IT_SAYS);
    try (var zip = new ZipFile(file.toFile())) {
      return new Look(zip, file, mayEmbed).fault();
    } catch (IOException e) {
      if (StoreTrouble.isCauseOf(e)) throw e;
      return Optional.of(Reason.DAMAGED);
    } catch (XMLStreamException | RuntimeException e) {
      // Both parsers run into these on files that were cut short or made to trouble them.
      return Optional.of(Reason.DAMAGED);
    }
  }

  private static InputStream limited(ZipFile zip, String name) throws IOException {
    return new AtMost(zip.getInputStream(zip.getEntry(name)), SMALL);
  }

  /** One file being looked at. */
  private static final class Look {

    private final ZipFile zip;
    private final Path file;
    private final boolean mayEmbed;
    private final Set<String> names = new HashSet<>();
    private long unpacked;

    Look(ZipFile zip, Path file, boolean mayEmbed) {
      this.zip = zip;
      this.file = file;
      this.mayEmbed = mayEmbed;
    }

    Optional<Reason> fault() throws IOException, XMLStreamException {
      if (zip.size() > MOST_ENTRIES) return Optional.of(Reason.TOO_BIG_TO_OPEN);
      var entries = new ArrayList<ZipEntry>();
      zip.stream().forEach(entries::add);
      for (var entry : entries) {
        var fault = namedBadly(entry) ? Reason.DAMAGED : measure(entry);
        if (fault != null) return Optional.of(fault);
      }
      if (OfficeTypes.read(limited(zip, TYPES)).active()) {
        return Optional.of(Reason.ACTIVE_CONTENT);
      }
      for (var entry : entries) {
        var fault = look(entry);
        if (fault != null) return Optional.of(fault);
      }
      return Optional.empty();
    }

    /** A path that would leave the folder it is unpacked in, or twice the same one. */
    private boolean namedBadly(ZipEntry entry) {
      var name = entry.getName();
      return name.isEmpty()
          || name.startsWith("/")
          || name.contains("\\")
          || name.contains(":")
          || name.chars().anyMatch(Character::isISOControl)
          || List.of(name.split("/")).contains("..")
          || !names.add(name.toLowerCase(Locale.ROOT));
    }

    /** Counts what really comes out; what the archive says of itself is not believed. */
    private @Nullable Reason measure(ZipEntry entry) throws IOException {
      var size = 0L;
      var chunk = new byte[CHUNK];
      try (var content = zip.getInputStream(entry)) {
        for (int read; (read = content.read(chunk)) >= 0; ) {
          if (size == 0 && isProgram(chunk, read)) return Reason.ACTIVE_CONTENT;
          size += read;
          unpacked += read;
          var bomb = size > SMALL && size > MOST_TIMES * Math.max(1, entry.getCompressedSize());
          if (bomb || unpacked > MOST_UNPACKED) return Reason.TOO_BIG_TO_OPEN;
        }
      }
      return null;
    }

    private @Nullable Reason look(ZipEntry entry) throws IOException, XMLStreamException {
      if (entry.isDirectory()) return null;
      var name = entry.getName().toLowerCase(Locale.ROOT);
      if (name.startsWith("xl/externallinks/")) return Reason.ACTIVE_CONTENT;
      if (EMBEDDED.matcher(name).matches()) return embedded(entry);
      if (!SHOWN.contains(extension(name)) && !PRINTER_SETTINGS.matcher(name).matches()) {
        return Reason.ACTIVE_CONTENT;
      }
      try (var content = zip.getInputStream(entry)) {
        var active =
            name.endsWith(".rels")
                ? OfficeRelations.active(content)
                : TEXT_OF_WORD.matcher(name).matches() && WordFields.active(content);
        return active ? Reason.ACTIVE_CONTENT : null;
      }
    }

    private @Nullable Reason embedded(ZipEntry entry) throws IOException {
      if (!mayEmbed) return Reason.ACTIVE_CONTENT;
      var unpacked = Files.createTempFile(file.toAbsolutePath().getParent(), "embedded", null);
      try {
        try (var content = zip.getInputStream(entry);
            OutputStream out = Files.newOutputStream(unpacked)) {
          content.transferTo(out);
        }
        if (typeOf(unpacked).isEmpty()) return Reason.ACTIVE_CONTENT;
        return OfficeCheck.fault(unpacked, false).orElse(null);
      } finally {
        Files.delete(unpacked);
      }
    }

    private static String extension(String name) {
      return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1);
    }

    /** Of Windows, of Linux, or the old container of Office's objects and macros. */
    private static boolean isProgram(byte[] head, int length) {
      return begins(head, length, 'M', 'Z')
          || begins(head, length, 0x7f, 'E', 'L', 'F')
          || begins(head, length, 0xd0, 0xcf, 0x11, 0xe0)
          || begins(head, length, '#', '!');
    }

    private static boolean begins(byte[] head, int length, int... bytes) {
      if (length < bytes.length) return false;
      for (var i = 0; i < bytes.length; i++) {
        if ((head[i] & 0xff) != bytes[i]) return false;
      }
      return true;
    }
  }

  private OfficeCheck() {}
}
