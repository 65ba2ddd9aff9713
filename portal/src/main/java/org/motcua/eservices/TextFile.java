package org.motcua.eservices;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.motcua.forms.yaml.Problems;

/** Reads one of a folder's texts, or tells why it is none. */
final class TextFile {

  static final int MOST_BYTES = 1_000_000;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Empty if it is not there, or is among the problems. */
  static Optional<String> read(Path folder, String file, Problems problems) {
    var path = folder.resolve(file);
    try {
      if (!Files.exists(path)) return Optional.empty();
      if (!path.toRealPath().startsWith(folder.toRealPath())) {
        problems.add(path.toString(), 1, "the file is a link that leads out of the folder");
        return Optional.empty();
      }
      if (!Files.isRegularFile(path)) {
        problems.add(path.toString(), 1, "this is no file");
        return Optional.empty();
      }
      if (Files.size(path) > MOST_BYTES) {
        problems.add(
            path.toString(),
            1,
            "the file has " + Files.size(path) + " bytes, expected at most " + MOST_BYTES);
        return Optional.empty();
      }
      return text(path, Files.readAllBytes(path), problems);
    } catch (IOException e) {
      problems.add(path.toString(), 1, "the file cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<String> text(Path path, byte[] bytes, Problems problems) {
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    var text = out.flip().toString();
    if (result.isError() || text.indexOf('\0') >= 0) {
      var right = result.isError() ? text : text.substring(0, text.indexOf('\0'));
      var line = 1 + (int) right.chars().filter(sign -> sign == '\n').count();
      problems.add(
          path.toString(), line, "the file is not written in UTF-8; save it again as UTF-8");
      return Optional.empty();
    }
    return Optional.of(
        !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
  }

  private TextFile() {}
}
