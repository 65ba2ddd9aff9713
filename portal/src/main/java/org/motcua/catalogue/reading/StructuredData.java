package org.motcua.catalogue.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.Procedure.AgencyName;
import org.motcua.catalogue.Procedure.Channel;
import org.motcua.catalogue.Procedure.Manner;
import org.motcua.platform.web.Language;
import tools.jackson.databind.json.JsonMapper;

/** A procedure as search engines read it: a GovernmentService of schema.org, as JSON-LD. */
final class StructuredData {

  private static final JsonMapper json = JsonMapper.builder().build();

  private final Procedure procedure;
  private final String address;
  private final @Nullable String applyAddress;
  private final Language language;

  StructuredData(
      Procedure procedure, String address, @Nullable String applyAddress, Language language) {
    this.procedure = procedure;
    this.address = address;
    this.applyAddress = applyAddress;
    this.language = language;
  }

  /** Fit to stand inside a {@code <script>}: no text can end it. */
  String toJson() {
    return json.writeValueAsString(service()).replace("<", "\\u003c");
  }

  private Map<String, Object> service() {
    var service = new LinkedHashMap<String, Object>();
    service.put("@context", "https://schema.org");
    service.put("@type", "GovernmentService");
    service.put("@id", address);
    service.put("url", address);
    service.put("identifier", procedure.code().value());
    service.put("name", procedure.name(language));
    if (procedure.summary(language) != null)
      service.put("description", procedure.summary(language));
    service.put("serviceType", procedure.field().name());
    service.put("areaServed", Map.of("@type", "Country", "name", "Việt Nam"));
    service.put("provider", procedure.agencies().executing().stream().map(this::agency).toList());
    service.put(
        "audience",
        procedure.audiences().stream()
            .map(it -> Map.of("@type", "Audience", "audienceType", it.name()))
            .toList());
    service.put("availableChannel", procedure.channels().stream().map(this::channel).toList());
    service.put("offers", offers());
    if (!procedure.results().isEmpty()) {
      service.put(
          "serviceOutput", Map.of("@type", "Thing", "name", procedure.results().getFirst().name()));
    }
    return service;
  }

  private Map<String, Object> agency(AgencyName agency) {
    return Map.of("@type", "GovernmentOrganization", "name", agency.name());
  }

  private Map<String, Object> channel(Channel channel) {
    var told = new LinkedHashMap<String, Object>();
    told.put("@type", "ServiceChannel");
    told.put("name", channel.manner().name());
    if (channel.manner() == Manner.ONLINE && applyAddress != null)
      told.put("serviceUrl", applyAddress);
    channel.timeLimits().stream()
        .flatMap(limit -> Stream.ofNullable(duration(limit)))
        .findFirst()
        .ifPresent(duration -> told.put("processingTime", duration));
    return told;
  }

  /** ISO 8601; working days are told as days, for it knows no others. */
  private static @Nullable String duration(Procedure.TimeLimit limit) {
    if (limit.amount() == null || limit.unit() == null) return null;
    return switch (limit.unit()) {
      case HOURS -> "PT" + limit.amount() + "H";
      case WORKING_DAYS, DAYS -> "P" + limit.amount() + "D";
      case MONTHS -> "P" + limit.amount() + "M";
    };
  }

  private List<Map<String, Object>> offers() {
    return procedure.channels().stream()
        .flatMap(channel -> channel.timeLimits().stream())
        .flatMap(limit -> limit.fees().stream())
        .flatMap(fee -> Stream.ofNullable(fee.dong()))
        .distinct()
        .map(
            dong -> Map.<String, Object>of("@type", "Offer", "price", dong, "priceCurrency", "VND"))
        .toList();
  }
}
