package org.motcua.eservices;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
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
 * All services, read once at start: those that ship with the portal, and those in the folder {@code
 * motcua.eservices}, which replace shipped ones of the same name.
 */
@Component
class ServicesInMemory implements OnlineServices, OnlineServiceLinks {

  private static final Logger log = LoggerFactory.getLogger(ServicesInMemory.class);

  private final Map<String, OnlineService> services = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Clock clock;

  ServicesInMemory(@Value("${motcua.eservices:}") String ownFolder, Clock clock) {
    this.clock = clock;
    ServiceFolders.shipped().forEach(this::load);
    if (!ownFolder.isBlank()) loadFrom(Path.of(ownFolder));
    log.info("{} online services, {} problems", services.size(), problems.size());
  }

  private void loadFrom(Path own) {
    if (Files.isDirectory(own)) {
      ServiceFolders.in(own).forEach(this::load);
    } else {
      tell(new Problem(own.toString(), 1, "motcua.eservices names no folder"));
    }
  }

  private void load(ServiceFolder folder) {
    var found = new Problems();
    ServiceReader.read(folder, found)
        .ifPresent(service -> services.put(service.slug().value(), service));
    found.list().forEach(this::tell);
  }

  private void tell(Problem problem) {
    problems.add(problem);
    log.error("{}", problem);
  }

  @Override
  public Optional<OnlineService> find(ServiceSlug slug) {
    return Optional.ofNullable(services.get(slug.value())).filter(this::isInForce);
  }

  @Override
  public OnlineService get(ServiceSlug slug) {
    return find(slug)
        .orElseThrow(() -> new NoSuchElementException("No online service '" + slug + "'"));
  }

  @Override
  public Optional<OnlineService> findByProcedure(ProcedureCode code) {
    return list().stream().filter(service -> service.procedure().equals(code)).findFirst();
  }

  @Override
  public List<OnlineService> list() {
    return services.values().stream().filter(this::isInForce).toList();
  }

  @Override
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  @Override
  public Optional<String> addressFor(ProcedureCode code) {
    return findByProcedure(code).map(service -> "/services/" + service.slug());
  }

  private boolean isInForce(OnlineService service) {
    return !service.inForceFrom().isAfter(LocalDate.now(clock.withZone(CountryTime.ZONE)));
  }
}
