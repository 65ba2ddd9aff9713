package org.motcua.simulators.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class JournalTest {

  private record Paid(String ref, long dong) {}

  @TempDir Path folder;

  /** Found by killing: the first line after a restart was lost at the second one. */
  @Test
  void whatComesAfterALineThatWasCutShortIsKept() throws IOException {
    var file = folder.resolve("paid.jsonl");
    journal(file).append(new Paid("MC1", 20_000));
    var cut = Files.readAllBytes(file).length;
    journal(file).append(new Paid("MC2", 30_000));
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.truncate(cut + 7);
    }

    journal(file).append(new Paid("MC3", 40_000));
    assertThat(journal(file).read())
        .containsExactly(new Paid("MC1", 20_000), new Paid("MC3", 40_000));
  }

  private static Journal<Paid> journal(Path file) {
    return new Journal<>(file, Paid.class, JsonMapper.builder().build());
  }
}
