package org.motcua.simulators.outside.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motcua.simulators.outside.Journal;
import tools.jackson.databind.json.JsonMapper;

class KeptEntriesTest {

  private static final Citizen BEFORE = citizen("Phan Văn Mơi", "111222333");
  private static final Citizen AFTER = citizen("Phan Văn Mới", null);

  @TempDir Path folder;

  @Test
  void whatVisitorsEnterIsThereAfterARestartOnTopOfTheDemonstration() {
    var demonstration = entries(BEFORE);
    registers(demonstration).enter(entries(AFTER));
    assertThat(registers(demonstration).findCitizen(AFTER.number())).contains(AFTER);
  }

  @Test
  void aFormerNumberThatWasTakenBackFindsNobody() {
    var registers = registers(entries(BEFORE));
    assertThat(registers.findCitizen("111222333")).contains(BEFORE);
    registers.enter(entries(AFTER));
    assertThat(registers.findCitizen("111222333")).isEmpty();
  }

  private Registers registers(Entries demonstration) {
    var json = JsonMapper.builder().build();
    return new Registers(
        demonstration, new Journal<>(folder.resolve("registers.jsonl"), Entries.class, json));
  }

  private static Entries entries(Citizen citizen) {
    return new Entries(List.of(citizen), null, null, null);
  }

  private static Citizen citizen(String name, @Nullable String formerNumber) {
    var born = LocalDate.of(2000, 2, 29);
    return new Citizen("001200012345", formerNumber, name, born, Gender.MALE, true, List.of());
  }
}
