package org.motcua.eservices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motcua.forms.yaml.Problems;

/**
 * All versions of one service.
 *
 * @param offered the newest first; on a day, the first of them that is in force is offered
 * @param kept further ones, under which dossiers may still be on their way
 */
record ServiceVersions(ServiceSlug slug, List<OnlineService> offered, List<OnlineService> kept) {

  ServiceVersions {
    offered = List.copyOf(offered);
    kept = List.copyOf(kept);
  }

  /**
   * Those of a folder. Where anything in it is wrong, what is right is kept for dossiers on their
   * way, but nothing is offered.
   */
  static Optional<ServiceVersions> read(ServiceFolder folder, Problems problems) {
    var found = new ArrayList<OnlineService>();
    ServiceReader.read(folder, problems).ifPresent(found::add);
    var right = found.size() == 1;
    var formers = new ArrayList<OnlineService>();
    for (var each : folder.former()) {
      var former = former(folder, each, problems);
      former.ifPresent(formers::add);
      right &= former.isPresent();
    }
    formers.sort(Comparator.comparingInt(OnlineService::version).reversed());
    found.addAll(formers);
    right &= inOrder(folder, found, problems);
    if (found.isEmpty()) return Optional.empty();
    var slug = found.getFirst().slug();
    return Optional.of(
        right
            ? new ServiceVersions(slug, found, List.of())
            : new ServiceVersions(slug, List.of(), found));
  }

  private static Optional<OnlineService> former(
      ServiceFolder folder, ServiceFolder former, Problems problems) {
    var own = new Problems();
    var service = ServiceReader.read(former.as(folder.name()), own);
    service
        .filter(each -> !String.valueOf(each.version()).equals(former.name()))
        .ifPresent(
            each ->
                own.add(
                    former.path("service.yaml"),
                    1,
                    "'version' is "
                        + each.version()
                        + ", expected "
                        + former.name()
                        + " as its folder is named"));
    own.list().forEach(each -> problems.add(each.file(), each.line(), each.message()));
    return own.isEmpty() ? service : Optional.empty();
  }

  private static boolean inOrder(
      ServiceFolder folder, List<OnlineService> found, Problems problems) {
    var right = true;
    for (int i = 1; i < found.size(); i++) {
      var newer = found.get(i - 1);
      var older = found.get(i);
      if (older.version() >= newer.version()
          || !older.inForceFrom().isBefore(newer.inForceFrom())) {
        problems.add(
            folder.path("service.yaml"),
            1,
            "version %d (in force from %s) must come after version %d (in force from %s)"
                .formatted(
                    newer.version(), newer.inForceFrom(), older.version(), older.inForceFrom()));
        right = false;
      }
    }
    return right;
  }

  Optional<OnlineService> on(LocalDate day) {
    return offered.stream()
        .filter(service -> !service.inForceFrom().isAfter(day))
        .findFirst()
        .filter(service -> service.isInForce(day));
  }

  /**
   * That version; if it is known no longer, the next newer one, which its dossiers were carried
   * over to or would be.
   */
  OnlineService get(int version) {
    return all()
        .filter(service -> service.version() >= version)
        .min(Comparator.comparingInt(OnlineService::version))
        .orElseGet(() -> all().findFirst().orElseThrow());
  }

  Stream<OnlineService> all() {
    return Stream.concat(offered.stream(), kept.stream());
  }

  /** Nothing of it is offered any more, but its dossiers go on. */
  ServiceVersions withdrawn() {
    return new ServiceVersions(slug, List.of(), all().toList());
  }

  /** With those of the others besides which it lacks. */
  ServiceVersions replacing(ServiceVersions others) {
    Set<Integer> own = all().map(OnlineService::version).collect(Collectors.toSet());
    var more = others.all().filter(service -> !own.contains(service.version()));
    return new ServiceVersions(
        slug, offered, Stream.of(kept.stream(), more).flatMap(Function.identity()).toList());
  }
}
