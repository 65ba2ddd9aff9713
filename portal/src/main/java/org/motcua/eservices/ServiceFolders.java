package org.motcua.eservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.motcua.forms.yaml.Problem;
import org.motcua.forms.yaml.Problems;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the folders of services: those that ship with the portal, and those of this office. */
final class ServiceFolders {

  private static final String MAIN_FILE = "service.yaml";
  private static final String FORMER = "former";

  /** Beside the services: the packages that bind them, each a folder of its own. */
  static final String PACKAGES = "packages";

  private static final int MOST_FORMER = 100;
  static final List<String> FILES =
      List.of(MAIN_FILE, "form.yaml", "result.html", "guide.vi.md", "guide.en.md");
  private static final List<String> PACKAGE_FILES =
      List.of(PackageReader.MAIN_FILE, PackageReader.FORM);

  /** The shipped ones, from {@code eservices/} in the jar. */
  static List<ServiceFolder> shipped() {
    try {
      var former = new TreeMap<String, List<ServiceFolder>>();
      for (var main : mainFiles("eservices/*/" + FORMER + "/*/")) {
        var folder = shipped(main, List.of());
        former.computeIfAbsent(serviceOf(folder.place()), none -> new ArrayList<>()).add(folder);
      }
      var folders = new ArrayList<ServiceFolder>();
      for (var main : mainFiles("eservices/*/")) {
        var place = placeOf(main);
        folders.add(shipped(main, former.getOrDefault(place, List.of())));
      }
      return folders;
    } catch (IOException e) {
      throw new UncheckedIOException("The services that ship with the portal cannot be read", e);
    }
  }

  /** The shipped packages, from {@code eservices/packages/} in the jar. */
  static List<ServiceFolder> shippedPackages() {
    try {
      var found = new ArrayList<ServiceFolder>();
      for (var main :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:eservices/" + PACKAGES + "/*/" + PackageReader.MAIN_FILE)) {
        var address = main.getURL().toString();
        var folder = address.substring(0, address.length() - PackageReader.MAIN_FILE.length() - 1);
        var place = folder.substring(folder.lastIndexOf("eservices/"));
        Map<String, String> files = new HashMap<>();
        for (var file : PACKAGE_FILES) {
          var resource = main.createRelative(file);
          if (resource.exists()) {
            files.put(file, resource.getContentAsString(StandardCharsets.UTF_8));
          }
        }
        found.add(new ServiceFolder(place.substring(place.lastIndexOf('/') + 1), place, files));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("The packages that ship with the portal cannot be read", e);
    }
  }

  /** A package's folder. */
  static ServiceFolder packageAt(Path folder) {
    var unread = new Problems();
    return read(folder, List.of(), unread, PACKAGE_FILES);
  }

  private static Resource[] mainFiles(String folders) throws IOException {
    return new PathMatchingResourcePatternResolver()
        .getResources("classpath*:" + folders + MAIN_FILE);
  }

  private static String serviceOf(String formerPlace) {
    return formerPlace.substring(0, formerPlace.lastIndexOf("/" + FORMER + "/"));
  }

  private static String placeOf(Resource main) throws IOException {
    var address = main.getURL().toString();
    var folder = address.substring(0, address.length() - MAIN_FILE.length() - 1);
    return folder.substring(folder.lastIndexOf("eservices/"));
  }

  private static ServiceFolder shipped(Resource main, List<ServiceFolder> former)
      throws IOException {
    var place = placeOf(main);
    Map<String, String> files = new HashMap<>();
    for (var file : FILES) {
      var resource = main.createRelative(file);
      if (resource.exists()) files.put(file, resource.getContentAsString(StandardCharsets.UTF_8));
    }
    return new ServiceFolder(
        place.substring(place.lastIndexOf('/') + 1), place, files, former, List.of());
  }

  /**
   * Every folder within this one; those whose names begin with a dot are nobody's service, and that
   * of the packages is none.
   */
  static List<Path> in(Path parent) throws IOException {
    try (Stream<Path> inner = Files.list(parent)) {
      return inner
          .filter(Files::isDirectory)
          .filter(folder -> !folder.getFileName().toString().startsWith("."))
          .filter(folder -> !folder.getFileName().toString().equals(PACKAGES))
          .sorted()
          .toList();
    }
  }

  static ServiceFolder at(Path folder) {
    var unread = new Problems();
    var former = new ArrayList<ServiceFolder>();
    for (var each : formerIn(folder, unread)) {
      var inner = read(each, List.of(), new Problems());
      former.add(inner);
    }
    return read(folder, former, unread);
  }

  private static ServiceFolder read(Path folder, List<ServiceFolder> former, Problems unread) {
    return read(folder, former, unread, FILES);
  }

  private static ServiceFolder read(
      Path folder, List<ServiceFolder> former, Problems unread, List<String> names) {
    Map<String, String> files = new HashMap<>();
    for (var file : names) {
      TextFile.read(folder, file, unread).ifPresent(text -> files.put(file, text));
    }
    return new ServiceFolder(
        folder.getFileName().toString(), folder.toString(), files, former, unread.list());
  }

  private static List<Path> formerIn(Path folder, Problems unread) {
    var parent = folder.resolve(FORMER);
    if (!Files.isDirectory(parent)) return List.of();
    try {
      var found = in(parent);
      if (found.size() > MOST_FORMER) {
        unread.add(parent.toString(), 1, "there are more than " + MOST_FORMER + " former versions");
      }
      return found.stream().limit(MOST_FORMER).toList();
    } catch (IOException | UncheckedIOException e) {
      unread.add(parent.toString(), 1, "the folder cannot be read: " + e.getMessage());
      return List.of();
    }
  }

  /** Changes whenever a file of the folder does. */
  static String fingerprint(Path folder) {
    var all = new StringBuilder();
    look(folder, all);
    var former = folder.resolve(FORMER);
    if (Files.isDirectory(former)) {
      try {
        in(former).forEach(each -> look(each, all));
      } catch (IOException | UncheckedIOException e) {
        all.append(e.getMessage());
      }
    }
    return all.toString();
  }

  private static void look(Path folder, StringBuilder all) {
    all.append(folder.getFileName()).append('\n');
    for (var file : FILES) {
      var seen = folder.resolve(file).toFile();
      all.append(seen.lastModified()).append(' ').append(seen.length()).append('\n');
    }
  }

  /** What is told of a folder, by file and line. */
  static List<Problem> sorted(List<Problem> problems) {
    return problems.stream()
        .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
        .toList();
  }

  private ServiceFolders() {}
}
