package org.motcua.eservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.OnlineServiceLinks;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.forms.yaml.Problem;
import org.motcua.forms.yaml.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * All packages: those that ship with the portal, and those in {@code packages/} of the folder
 * {@code motcua.eservices}, which replace shipped ones of the same name. They are looked at anew
 * whenever the services are: a newer version of one may no longer ask what flows into it.
 */
@Component
class PackagesInMemory implements ServicePackages, OnlineServiceLinks {

  private static final Logger log = LoggerFactory.getLogger(PackagesInMemory.class);

  private final OnlineServices services;
  private final @Nullable Path own;
  private final List<ServiceFolder> shipped = ServiceFolders.shippedPackages();
  private volatile List<ServiceFolder> folders = List.of();
  private volatile @Nullable Read read;

  /** What came of the folders, with the services as they were offered then. */
  private record Read(
      List<OnlineService> services,
      List<ServiceFolder> folders,
      Map<ServiceSlug, ServicePackage> packages,
      List<Problem> problems) {}

  PackagesInMemory(OnlineServices services, @Value("${motcua.eservices:}") String ownFolder) {
    this.services = services;
    this.own = ownFolder.isBlank() ? null : Path.of(ownFolder).resolve(ServiceFolders.PACKAGES);
    refresh();
    log.info("{} packages of services, {} problems", list().size(), problems().size());
  }

  /** Reads this office's own folders again. */
  final void refresh() {
    var all = new LinkedHashMap<String, ServiceFolder>();
    shipped.forEach(folder -> all.put(folder.name(), folder));
    ownFolders().forEach(folder -> all.put(folder.name(), folder));
    var now = List.copyOf(all.values());
    if (!now.equals(folders)) folders = now;
  }

  private List<ServiceFolder> ownFolders() {
    if (own == null || !Files.isDirectory(own)) return List.of();
    try {
      return ServiceFolders.in(own).stream().map(ServiceFolders::packageAt).toList();
    } catch (IOException | UncheckedIOException e) {
      log.error("{} cannot be read", own, e);
      return List.of();
    }
  }

  private Read now() {
    var offered = services.list();
    var known = read;
    if (known != null && known.services() == offered && known.folders() == folders) return known;
    var fresh = read(offered, folders);
    if (known == null || !known.problems().equals(fresh.problems())) {
      fresh.problems().forEach(problem -> log.error("{}", problem));
    }
    read = fresh;
    return fresh;
  }

  private Read read(List<OnlineService> offered, List<ServiceFolder> from) {
    var packages = new TreeMap<String, ServicePackage>();
    var problems = new ArrayList<Problem>();
    for (var folder : from) {
      var own = new Problems();
      PackageReader.read(folder, services::find, own)
          .ifPresent(found -> packages.put(found.slug().value(), found));
      problems.addAll(own.list());
    }
    var bySlug = new LinkedHashMap<ServiceSlug, ServicePackage>();
    packages.values().forEach(found -> bySlug.put(found.slug(), found));
    return new Read(offered, from, bySlug, List.copyOf(problems));
  }

  @Override
  public Optional<ServicePackage> find(ServiceSlug slug) {
    return Optional.ofNullable(now().packages().get(slug));
  }

  @Override
  public List<ServicePackage> list() {
    return List.copyOf(now().packages().values());
  }

  @Override
  public List<Problem> problems() {
    return now().problems();
  }

  @Override
  public Optional<String> addressFor(ProcedureCode code) {
    return list().stream()
        .filter(found -> code.equals(found.procedure()))
        .map(found -> "/packages/" + found.slug())
        .findFirst();
  }
}
