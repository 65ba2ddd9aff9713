package org.motcua.simulators.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Quảng Ninh's portal on a database of its own, beside a national portal made for tests. */
@SpringBootTest(properties = "agency.first-synchronisation-after=1h")
@AutoConfigureMockMvc
public abstract class ProvinceTest {

  protected static final FakePortal PORTAL = open();

  @Autowired protected MockMvcTester mvc;

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry registry) {
    registry.add("agency.portal", PORTAL::address);
    registry.add("agency.data", () -> newFolder().toString());
  }

  protected Window newWindow() {
    return new Window(mvc, PORTAL.provider);
  }

  private static FakePortal open() {
    try {
      return new FakePortal();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newFolder() {
    try {
      var folder = Files.createTempDirectory("province");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
