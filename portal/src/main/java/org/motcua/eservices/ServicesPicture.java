package org.motcua.eservices;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;

/** All services at one moment: nothing of it ever changes, another one takes its place. */
final class ServicesPicture {

  private final Map<String, ServiceVersions> services;
  private volatile @Nullable Day day;

  ServicesPicture(Collection<ServiceVersions> services) {
    this.services = new TreeMap<>();
    services.forEach(each -> this.services.put(each.slug().value(), each));
  }

  Optional<ServiceVersions> versions(ServiceSlug slug) {
    return Optional.ofNullable(services.get(slug.value()));
  }

  Collection<ServiceVersions> all() {
    return services.values();
  }

  Day on(LocalDate date) {
    var known = day;
    if (known != null && known.date().equals(date)) return known;
    var turned = Day.of(date, services.values());
    day = turned;
    return turned;
  }

  /** What is offered on one day, the services by their slugs. */
  record Day(
      LocalDate date,
      List<OnlineService> list,
      Map<String, OnlineService> bySlug,
      Map<ProcedureCode, OnlineService> byProcedure) {

    private static Day of(LocalDate date, Collection<ServiceVersions> services) {
      var list = services.stream().flatMap(each -> each.on(date).stream()).toList();
      var bySlug = new HashMap<String, OnlineService>();
      var byProcedure = new HashMap<ProcedureCode, OnlineService>();
      for (var service : list) {
        bySlug.put(service.slug().value(), service);
        byProcedure.putIfAbsent(service.procedure(), service);
      }
      return new Day(date, list, Map.copyOf(bySlug), Map.copyOf(byProcedure));
    }
  }
}
