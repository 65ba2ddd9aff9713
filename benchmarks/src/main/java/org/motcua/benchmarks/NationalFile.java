package org.motcua.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of procedures in the national JSON, varied from some real ones: always the same for the
 * same number.
 */
final class NationalFile {

  private static final JsonMapper json = new JsonMapper();
  private static final long SEED = 20191209;

  private final List<ObjectNode> entries;

  NationalFile(List<String> lines) {
    entries = lines.stream().map(line -> (ObjectNode) json.readTree(line)).toList();
  }

  /**
   * @param changed every so many lines say something else than without; 0 for none
   */
  Path write(int count, int changed) throws IOException {
    var random = new Random(SEED);
    var file = Files.createTempFile("motcua-bench", ".jsonl");
    try (var out = Files.newBufferedWriter(file, UTF_8)) {
      for (var number = 1; number <= count; number++) {
        var entry = varied(entries.get(random.nextInt(entries.size())).deepCopy(), number, random);
        if (changed > 0 && number % changed == 0) entry.put("YEUCAU", "Sửa đổi lần " + changed);
        out.append(json.writeValueAsString(entry)).append('\n');
      }
    }
    return file;
  }

  private static ObjectNode varied(ObjectNode entry, int number, Random random) {
    entry.put("ID", number);
    entry.put("MATTHC", "7.%06d".formatted(number));
    entry.put("TENTTHC", entry.path("TENTTHC").asString() + " – trường hợp " + number);
    entry.put("YEUCAU", "Điều kiện số " + random.nextInt(1_000_000));
    return entry;
  }
}
