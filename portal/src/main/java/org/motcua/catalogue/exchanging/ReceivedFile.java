package org.motcua.catalogue.exchanging;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file as it has arrived here, unpacked, before it is put where every node finds it.
 *
 * @param checksum of the content, however it was packed
 */
record ReceivedFile(Path path, @Nullable String name, String checksum, long bytes)
    implements AutoCloseable {

  /** Why a file was not received to its end. */
  static final class Unreceivable extends IOException {
    enum Reason {
      EMPTY,
      TOO_LARGE,
      BADLY_PACKED
    }

    private final Reason reason;

    Unreceivable(Reason reason) {
      super(reason.name());
      this.reason = reason;
    }

    Reason reason() {
      return reason;
    }
  }

  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  /** Packed by gzip or not, as its first two bytes tell. */
  static ReceivedFile receive(InputStream in, @Nullable String name, long largest)
      throws IOException {
    var path = Files.createTempFile("motcua-import", ".jsonl");
    try {
      var digest = sha256();
      var bytes = copy(in, path, digest, largest);
      if (bytes == 0) throw new Unreceivable(Unreceivable.Reason.EMPTY);
      return new ReceivedFile(path, name, HexFormat.of().formatHex(digest.digest()), bytes);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  private static long copy(InputStream in, Path path, MessageDigest digest, long largest)
      throws IOException {
    var total = 0L;
    try (var out = new BufferedOutputStream(Files.newOutputStream(path))) {
      var content = unpacked(in);
      var buffer = new byte[64 * 1024];
      for (var read = read(content, buffer); read >= 0; read = read(content, buffer)) {
        total += read;
        if (total > largest) throw new Unreceivable(Unreceivable.Reason.TOO_LARGE);
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    return total;
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    var buffered = new BufferedInputStream(in, 64 * 1024);
    buffered.mark(2);
    var packed = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
    buffered.reset();
    if (!packed) return buffered;
    try {
      return new GZIPInputStream(buffered, 64 * 1024);
    } catch (ZipException | EOFException e) {
      throw new Unreceivable(Unreceivable.Reason.BADLY_PACKED);
    }
  }

  private static int read(InputStream content, byte[] buffer) throws IOException {
    try {
      return content.read(buffer);
    } catch (ZipException e) {
      throw new Unreceivable(Unreceivable.Reason.BADLY_PACKED);
    } catch (EOFException e) {
      if (content instanceof GZIPInputStream) {
        throw new Unreceivable(Unreceivable.Reason.BADLY_PACKED);
      }
      throw e;
    }
  }

  InputStream open() throws IOException {
    return new BufferedInputStream(Files.newInputStream(path));
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
