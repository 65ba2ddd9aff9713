package org.motcua.eservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motcua.forms.yaml.Problem;
import org.motcua.platform.clock.CountryTime;
import org.motcua.testing.MovableClock;

/** Folders with former versions, and folders that change while the portal runs. */
class VersionsTest {

  private static final ServiceSlug SLUG = new ServiceSlug("test-notice");

  private final MovableClock clock = new MovableClock();

  @BeforeEach
  void itIsNovember() {
    itIs("2026-11-22");
  }

  private void itIs(String day) {
    clock.moveTo(LocalDate.parse(day).atTime(10, 0).atZone(CountryTime.ZONE).toInstant());
  }

  @Test
  void theVersionInForceIsOfferedAndTheFormerIsKept(@TempDir Path own) {
    writeTwoVersions(own);
    var services = services(own);
    assertThat(services.problems()).isEmpty();
    assertThat(services.get(SLUG).version()).isEqualTo(1);
    assertThat(services.folders())
        .filteredOn(folder -> folder.name().equals("test-notice"))
        .singleElement()
        .satisfies(folder -> assertThat(folder.next()).isNotNull());

    itIs("2027-01-01");
    assertThat(services.get(SLUG).version()).isEqualTo(2);
    assertThat(services.get(SLUG, 1).version()).isEqualTo(1);

    itIs("2028-01-01");
    assertThat(services.find(SLUG)).isEmpty();
    assertThat(services.get(SLUG, 2).version()).isEqualTo(2);
    assertThatThrownBy(() -> services.get(new ServiceSlug("never-there"), 1))
        .isInstanceOf(NoSuchElementException.class);
  }

  private static void writeTwoVersions(Path own) {
    new SmallService()
        .with("version: 1", "version: 2")
        .with("inForceFrom: 2026-01-01", "inForceFrom: 2027-01-01\ninForceUntil: 2027-12-31")
        .writeInto(own);
    new SmallService().named("test-notice/former/1").writeInto(own);
  }

  @Test
  void versionsInTheWrongOrderAreToldAndNotOffered(@TempDir Path own) {
    new SmallService().writeInto(own);
    new SmallService().named("test-notice/former/1").writeInto(own);
    new SmallService().named("test-notice/former/7").with("audience", "audiense").writeInto(own);
    var services = services(own);
    assertThat(services.find(SLUG)).isEmpty();
    assertThat(services.get(SLUG, 1).version()).isEqualTo(1);
    assertThat(services.problems())
        .extracting(Problem::message)
        .anyMatch(told -> told.contains("must come after version 1"))
        .anyMatch(told -> told.contains("unknown key 'audiense'"));
  }

  @Test
  void aFolderNamedByAnotherNumberIsTold(@TempDir Path own) {
    new SmallService().with("version: 1", "version: 2").writeInto(own);
    new SmallService().named("test-notice/former/3").writeInto(own);
    assertThat(services(own).problems())
        .extracting(Problem::message)
        .containsExactly("'version' is 1, expected 3 as its folder is named");
  }

  @Test
  void aNewFolderIsTakenOverWhileRunning(@TempDir Path own) {
    var services = services(own);
    assertThat(services.find(SLUG)).isEmpty();
    new SmallService().writeInto(own);
    services.refresh();
    assertThat(services.get(SLUG).name().en()).isEqualTo("Test notice");
    assertThat(services.problems()).isEmpty();
  }

  @Test
  void aBrokenChangeKeepsWhatWasOfferedUntilItIsMended(@TempDir Path own) throws IOException {
    var folder = new SmallService().writeInto(own);
    new SmallService().named("other-notice").with("9.900001", "9.900002").writeInto(own);
    var services = services(own);
    var main = folder.resolve("service.yaml");
    var right = Files.readString(main);

    Files.writeString(main, right.replace("en: Test notice", "en: Better") + "typo: here\n");
    services.refresh();
    assertThat(services.get(SLUG).name().en()).isEqualTo("Test notice");
    assertThat(services.find(new ServiceSlug("other-notice"))).isPresent();
    assertThat(services.problems()).singleElement().asString().contains("unknown key 'typo'");
    assertThat(services.folders().getFirst().state()).isEqualTo(FolderState.State.FORMER_OFFERED);

    Files.writeString(main, right.replace("en: Test notice", "en: Better"));
    services.refresh();
    assertThat(services.get(SLUG).name().en()).isEqualTo("Better");
    assertThat(services.problems()).isEmpty();
  }

  @Test
  void aFolderTakenAwayOffersNothingButItsDossiersGoOn(@TempDir Path own) throws IOException {
    var folder = new SmallService().writeInto(own);
    var services = services(own);
    remove(folder);
    services.refresh();
    services.refresh();
    assertThat(services.find(SLUG)).isEmpty();
    assertThat(services.get(SLUG, 1).version()).isEqualTo(1);
  }

  @Test
  void theWholeFolderTakenAwayChangesNothingAndIsTold(@TempDir Path parent) throws IOException {
    var own = Files.createDirectory(parent.resolve("own"));
    new SmallService().writeInto(own);
    var services = services(own);
    remove(own);
    services.refresh();
    assertThat(services.find(SLUG)).isPresent();
    assertThat(services.problems()).singleElement().asString().contains("no readable folder");
  }

  @Test
  void twoServicesOfOneProcedureAreToldAndBothOffered(@TempDir Path own) {
    new SmallService().writeInto(own);
    new SmallService().named("a-second").writeInto(own);
    var services = services(own);
    assertThat(services.list()).extracting(OnlineService::slug).contains(SLUG);
    assertThat(services.problems())
        .singleElement()
        .asString()
        .contains("test-notice/service.yaml:1: procedure 9.900001 is already that of the service");
  }

  @Test
  void aBrokenFolderOfTheOfficesOwnLeavesTheShippedService(@TempDir Path own) {
    new SmallService().named("birth-registration").without("form.yaml").writeInto(own);
    var services = services(own);
    assertThat(services.get(new ServiceSlug("birth-registration")).route()).isNotEmpty();
    assertThat(services.problems()).hasSize(1);
  }

  private ServicesInMemory services(Path own) {
    return new ServicesInMemory(own.toString(), clock);
  }

  private static void remove(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (var each : deepestFirst) Files.delete(each);
    }
  }
}
