package org.motcua.eservices;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.FoundBeside;
import org.motcua.platform.web.Language;
import org.springframework.stereotype.Component;

/** Online services are found beside the procedures. */
@Component
class FoundServices implements FoundBeside {

  private final OnlineServices services;

  FoundServices(OnlineServices services) {
    this.services = services;
  }

  @Override
  public Kind kind() {
    return Kind.SERVICE;
  }

  @Override
  public List<Entry> list(@Nullable String after, int limit) {
    return services.list().stream()
        .filter(service -> after == null || service.slug().value().compareTo(after) > 0)
        .limit(limit)
        .map(FoundServices::entry)
        .toList();
  }

  @Override
  public Optional<Entry> find(String key) {
    return services.list().stream()
        .filter(service -> service.slug().value().equals(key))
        .map(FoundServices::entry)
        .findFirst();
  }

  private static Entry entry(OnlineService service) {
    return new Entry(
        service.slug().value(),
        service.name().in(Language.VIETNAMESE),
        service.name().in(Language.ENGLISH),
        service.summary().in(Language.VIETNAMESE),
        service.summary().in(Language.ENGLISH),
        service.procedure().value(),
        "/services/" + service.slug());
  }
}
