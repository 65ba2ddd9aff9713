package org.motcua.eservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.OnlineServiceLinks;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.forms.yaml.Problem;
import org.motcua.forms.yaml.Problems;
import org.motcua.platform.clock.CountryTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * All services: those that ship with the portal, and those in the folder {@code motcua.eservices},
 * which replace shipped ones of the same name and are read again whenever they change. While a
 * folder is wrong, what it offered before stands.
 */
@Component
class ServicesInMemory implements OnlineServices, OnlineServiceLinks {

  private static final Logger log = LoggerFactory.getLogger(ServicesInMemory.class);

  private final @Nullable Path own;
  private final Clock clock;
  private final Map<String, LoadedFolder> shipped = new LinkedHashMap<>();
  private volatile Loaded loaded;

  /** What was read of this office's own folder, and the picture that all of it makes. */
  private record Loaded(
      Map<String, LoadedFolder> folders, List<Problem> besides, ServicesPicture picture) {}

  ServicesInMemory(@Value("${motcua.eservices:}") String ownFolder, Clock clock) {
    this.own = ownFolder.isBlank() ? null : Path.of(ownFolder);
    this.clock = clock;
    ServiceFolders.shipped().parallelStream()
        .map(folder -> read(folder, "", null))
        .toList()
        .forEach(folder -> shipped.put(folder.name(), folder));
    shipped.values().forEach(folder -> tell(folder.problems()));
    this.loaded = new Loaded(Map.of(), List.of(), picture(shipped.values()));
    refresh();
    log.info("{} online services, {} problems", list().size(), problems().size());
  }

  boolean watches() {
    return own != null;
  }

  /** Reads what has changed; whoever is served meanwhile sees all as it was, or all as it is. */
  final synchronized void refresh() {
    var parent = own;
    if (parent == null) return;
    var former = loaded;
    try {
      var now = new HashMap<String, LoadedFolder>();
      folders(parent).parallelStream()
          .map(folder -> current(folder, former.folders().get(folder.getFileName().toString())))
          .toList()
          .forEach(folder -> now.put(folder.name(), folder));
      former.folders().values().stream()
          .filter(folder -> !now.containsKey(folder.name()))
          .flatMap(folder -> gone(folder).stream())
          .forEach(folder -> now.put(folder.name(), folder));
      if (now.equals(former.folders()) && former.besides().isEmpty()) return;
      now.values().stream()
          .filter(folder -> !folder.equals(former.folders().get(folder.name())))
          .forEach(folder -> tell(folder.problems()));
      loaded = new Loaded(Map.copyOf(now), List.of(), picture(withShipped(now)));
    } catch (IOException | UncheckedIOException e) {
      var problem = new Problem(parent.toString(), 1, "motcua.eservices names no readable folder");
      if (!former.besides().contains(problem)) tell(List.of(problem));
      loaded = new Loaded(former.folders(), List.of(problem), former.picture());
    }
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) throw new IOException("No folder: " + parent);
    return ServiceFolders.in(parent);
  }

  private LoadedFolder current(Path folder, @Nullable LoadedFolder former) {
    var fingerprint = ServiceFolders.fingerprint(folder);
    if (former != null && former.fingerprint().equals(fingerprint)) return former;
    return read(ServiceFolders.at(folder), fingerprint, former);
  }

  private LoadedFolder read(
      ServiceFolder folder, String fingerprint, @Nullable LoadedFolder former) {
    var problems = new Problems();
    var versions = versions(folder, problems);
    var before = former == null ? null : former.versions();
    var stands = problems.isEmpty() || before == null ? versions : before;
    if (problems.isEmpty() && before != null && versions != null) {
      stands = versions.replacing(before);
    }
    return new LoadedFolder(
        folder.name(), folder.place(), fingerprint, stands, problems.list(), clock.instant());
  }

  /** What nobody thought of in one folder is told too, and leaves the others standing. */
  private static @Nullable ServiceVersions versions(ServiceFolder folder, Problems problems) {
    try {
      return ServiceVersions.read(folder, problems).orElse(null);
    } catch (RuntimeException | StackOverflowError e) {
      log.error("{} cannot be read", folder.place(), e);
      problems.add(folder.place(), 1, "the folder cannot be read: " + e);
      return null;
    }
  }

  /** A folder that was taken away offers nothing, but its dossiers go on until the next start. */
  private Optional<LoadedFolder> gone(LoadedFolder folder) {
    if (folder.fingerprint().isEmpty()) return Optional.of(folder);
    var versions = folder.versions();
    if (versions == null) return Optional.empty();
    return Optional.of(
        new LoadedFolder(
            folder.name(), folder.place(), "", versions.withdrawn(), List.of(), clock.instant()));
  }

  /** This office's folders instead of shipped ones of the same name, unless nothing is right. */
  private Collection<LoadedFolder> withShipped(Map<String, LoadedFolder> own) {
    var all = new LinkedHashMap<String, LoadedFolder>(shipped);
    own.forEach((name, folder) -> all.merge(name, folder, ServicesInMemory::over));
    return all.values();
  }

  private static LoadedFolder over(LoadedFolder shipped, LoadedFolder own) {
    var theirs = shipped.versions();
    var ours = own.versions();
    if (ours == null || theirs == null) return ours == null ? shipped : own;
    if (ours.offered().isEmpty() && !own.problems().isEmpty()) return shipped;
    return new LoadedFolder(
        own.name(),
        own.place(),
        own.fingerprint(),
        ours.replacing(theirs),
        own.problems(),
        own.since());
  }

  private static ServicesPicture picture(Collection<LoadedFolder> folders) {
    return new ServicesPicture(
        folders.stream().flatMap(each -> Stream.ofNullable(each.versions())).toList());
  }

  private static void tell(List<Problem> problems) {
    problems.forEach(problem -> log.error("{}", problem));
  }

  @Override
  public Optional<OnlineService> find(ServiceSlug slug) {
    return Optional.ofNullable(today().bySlug().get(slug.value()));
  }

  @Override
  public OnlineService get(ServiceSlug slug) {
    return find(slug).orElseThrow(() -> none(slug));
  }

  @Override
  public OnlineService get(ServiceSlug slug, int version) {
    return loaded.picture().versions(slug).orElseThrow(() -> none(slug)).get(version);
  }

  private static NoSuchElementException none(ServiceSlug slug) {
    return new NoSuchElementException("No online service '" + slug + "'");
  }

  @Override
  public Optional<OnlineService> findByProcedure(ProcedureCode code) {
    return Optional.ofNullable(today().byProcedure().get(code));
  }

  @Override
  public List<OnlineService> list() {
    return today().list();
  }

  @Override
  public List<Problem> problems() {
    var now = loaded;
    return Stream.of(
            now.besides().stream(),
            shipped.values().stream().flatMap(folder -> folder.problems().stream()),
            now.folders().values().stream().flatMap(folder -> folder.problems().stream()),
            sameProcedure(now).stream())
        .flatMap(each -> each)
        .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
        .toList();
  }

  /** One procedure leads to one service: the first by name, the others are told. */
  private List<Problem> sameProcedure(Loaded now) {
    var first = new HashMap<ProcedureCode, OnlineService>();
    var problems = new ArrayList<Problem>();
    for (var service : now.picture().on(day()).list()) {
      var other = first.putIfAbsent(service.procedure(), service);
      if (other == null) continue;
      problems.add(
          new Problem(
              place(service.slug().value(), now) + "/service.yaml",
              1,
              "procedure %s is already that of the service '%s', where the catalogue leads"
                  .formatted(service.procedure(), other.slug())));
    }
    return problems;
  }

  private String place(String slug, Loaded now) {
    var own = now.folders().get(slug);
    var ships = shipped.get(slug);
    return own != null ? own.place() : ships != null ? ships.place() : slug;
  }

  @Override
  public List<FolderState> folders() {
    var now = loaded;
    var doubled = sameProcedure(now);
    var all = new ArrayList<LoadedFolder>(now.folders().values());
    shipped.values().stream()
        .filter(folder -> !now.folders().containsKey(folder.name()))
        .forEach(all::add);
    return all.stream()
        .map(folder -> state(folder, now, doubled))
        .sorted(
            Comparator.<FolderState, Boolean>comparing(state -> state.problems().isEmpty())
                .thenComparing(FolderState::name))
        .toList();
  }

  private FolderState state(LoadedFolder folder, Loaded now, List<Problem> doubled) {
    var today = now.picture().on(day()).bySlug().get(folder.name());
    var versions = folder.versions();
    var next =
        versions == null
            ? null
            : versions.offered().stream()
                .filter(service -> service.inForceFrom().isAfter(day()))
                .reduce((newer, older) -> older)
                .orElse(null);
    var problems = new ArrayList<>(folder.problems());
    doubled.stream()
        .filter(problem -> problem.file().equals(folder.place() + "/service.yaml"))
        .forEach(problems::add);
    var wrong = !folder.problems().isEmpty();
    var state =
        today == null
            ? wrong ? FolderState.State.BROKEN : FolderState.State.NOT_IN_FORCE
            : wrong ? FolderState.State.FORMER_OFFERED : FolderState.State.OFFERED;
    return new FolderState(
        folder.name(), folder.place(), state, today, next, problems, folder.since());
  }

  @Override
  public Optional<String> addressFor(ProcedureCode code) {
    return findByProcedure(code).map(service -> "/services/" + service.slug());
  }

  private ServicesPicture.Day today() {
    return loaded.picture().on(day());
  }

  private LocalDate day() {
    return LocalDate.now(clock.withZone(CountryTime.ZONE));
  }
}
