package org.motcua.eservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the folders of services: those that ship with the portal, and those of this office. */
final class ServiceFolders {

  private static final String MAIN_FILE = "service.yaml";
  static final List<String> FILES =
      List.of(MAIN_FILE, "form.yaml", "result.html", "guide.vi.md", "guide.en.md");

  /** The shipped ones, from {@code eservices/} in the jar. */
  static List<ServiceFolder> shipped() {
    try {
      var folders = new ArrayList<ServiceFolder>();
      for (var main :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:eservices/*/" + MAIN_FILE)) {
        folders.add(shipped(main));
      }
      return folders;
    } catch (IOException e) {
      throw new UncheckedIOException("The services that ship with the portal cannot be read", e);
    }
  }

  private static ServiceFolder shipped(Resource main) throws IOException {
    var address = main.getURL().toString();
    var folder = address.substring(0, address.length() - MAIN_FILE.length() - 1);
    var name = folder.substring(folder.lastIndexOf('/') + 1);
    Map<String, String> files = new HashMap<>();
    for (var file : FILES) {
      var resource = main.createRelative(file);
      if (resource.exists()) files.put(file, resource.getContentAsString(StandardCharsets.UTF_8));
    }
    return new ServiceFolder(name, "eservices/" + name, files);
  }

  /** Every folder within this one. */
  static List<ServiceFolder> in(Path parent) {
    try (Stream<Path> inner = Files.list(parent)) {
      return inner.filter(Files::isDirectory).sorted().map(ServiceFolders::at).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("No services can be read from " + parent, e);
    }
  }

  static ServiceFolder at(Path folder) {
    Map<String, String> files = new HashMap<>();
    for (var file : FILES) {
      var path = folder.resolve(file);
      if (Files.isRegularFile(path)) files.put(file, text(path));
    }
    return new ServiceFolder(folder.getFileName().toString(), folder.toString(), files);
  }

  private static String text(Path path) {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }

  private ServiceFolders() {}
}
