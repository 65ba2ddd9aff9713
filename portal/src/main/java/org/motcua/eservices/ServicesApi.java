package org.motcua.eservices;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.motcua.forms.Expression;
import org.motcua.forms.FormSchema;
import org.motcua.platform.web.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What can be applied for online, for programs that fill in applications. */
@RestController
@RequestMapping("/api/services")
@PreAuthorize(
    "hasAnyAuthority('SCOPE_services.read', 'SCOPE_dossiers.file', 'SCOPE_dossiers.handle')")
@Tag(name = "Services", description = "Online services with their forms")
class ServicesApi {

  private final OnlineServices services;
  private final String portal;

  ServicesApi(OnlineServices services, @Value("${motcua.public-url}") String portal) {
    this.services = services;
    this.portal = portal;
  }

  /**
   * A service in a list.
   *
   * @param audience {@code CITIZEN}, {@code ENTERPRISE}
   * @param level of assurance that the applicant's sign-in needs, as {@code acr_values} names it
   */
  @Schema(name = "ServiceItem")
  record Item(
      @Schema(example = "birth-registration") String service,
      int version,
      @Schema(example = "1.001193") String procedure,
      String name,
      String summary,
      List<String> audience,
      @Schema(example = "LoA2") String level,
      @Schema(example = "/api/services/birth-registration") String href) {}

  @Schema(name = "Services")
  record Listing(List<Item> items) {}

  /**
   * @param when the expression under which it is asked for, as in the schema's {@code x-when}
   * @param accepts kinds of files
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ServicePaper")
  record PaperJson(
      @Schema(example = "proof-of-birth") String id,
      String name,
      @Nullable String hint,
      boolean required,
      @Nullable String when,
      @Schema(example = "[\"PDF\", \"JPEG\"]") List<String> accepts,
      int maxFiles) {}

  /**
   * @param amount the expression that tells it, in dong
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ServiceFee")
  record FeeJson(String name, @Nullable String note, @Schema(example = "20000") String amount) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ServiceTimeLimit")
  record LimitJson(String text, @Nullable String when) {}

  /**
   * @param declaration what the applicant affirms on handing in; the program shows it
   * @param schema of the answers, JSON Schema 2020-12
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Service")
  record Whole(
      @Schema(example = "birth-registration") String service,
      int version,
      LocalDate inForceFrom,
      @Nullable LocalDate inForceUntil,
      @Schema(example = "1.001193") String procedure,
      String name,
      String summary,
      List<String> audience,
      @Schema(example = "LoA2") String level,
      String declaration,
      List<PaperJson> papers,
      List<FeeJson> fees,
      List<LimitJson> timeLimits,
      Map<String, Object> schema) {}

  @GetMapping
  @Operation(summary = "All online services that are in force today")
  Listing list(HttpServletRequest request) {
    var language = language(request);
    return new Listing(services.list().stream().map(service -> item(service, language)).toList());
  }

  @GetMapping("/{service}")
  @Operation(
      summary = "One online service: papers, fees, time limits, and the schema of its answers",
      description = "Where papers, fees and limits hang on answers, the expression is told.")
  Whole one(@PathVariable String service, HttpServletRequest request) {
    var language = language(request);
    return ServiceSlug.parse(service)
        .flatMap(services::find)
        .map(found -> whole(found, language))
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such service in force"));
  }

  private static Item item(OnlineService service, Language language) {
    return new Item(
        service.slug().value(),
        service.version(),
        service.procedure().value(),
        service.name().in(language),
        service.summary().in(language),
        audience(service),
        level(service),
        "/api/services/" + service.slug());
  }

  private Whole whole(OnlineService service, Language language) {
    return new Whole(
        service.slug().value(),
        service.version(),
        service.inForceFrom(),
        service.inForceUntil(),
        service.procedure().value(),
        service.name().in(language),
        service.summary().in(language),
        audience(service),
        level(service),
        service.declaration().in(language),
        service.papers().stream().map(paper -> paper(paper, language)).toList(),
        service.fees().stream().map(fee -> fee(fee, language)).toList(),
        service.timeLimits().stream()
            .map(limit -> new LimitJson(limit.text().in(language), text(limit.when())))
            .toList(),
        FormSchema.of(
            service.form(),
            portal + "/services/" + service.slug() + "/schema.json",
            service.name().in(language),
            language));
  }

  private static PaperJson paper(Paper paper, Language language) {
    return new PaperJson(
        paper.id(),
        paper.name().in(language),
        paper.hint() == null ? null : paper.hint().in(language),
        paper.required(),
        text(paper.when()),
        paper.accepts().stream().map(Enum::name).sorted().toList(),
        paper.maxFiles());
  }

  private static FeeJson fee(Fee fee, Language language) {
    return new FeeJson(
        fee.name().in(language),
        fee.note() == null ? null : fee.note().in(language),
        Objects.toString(fee.amount()));
  }

  private static List<String> audience(OnlineService service) {
    return service.audience().stream().map(Enum::name).sorted().toList();
  }

  /** As relying parties ask for it in {@code acr_values}. */
  private static String level(OnlineService service) {
    return switch (service.signIn()) {
      case PASSWORD -> "LoA1";
      case ONE_TIME_CODE -> "LoA2";
      case VERIFIED_PERSON -> "LoA3";
    };
  }

  private static @Nullable String text(@Nullable Expression expression) {
    return expression == null ? null : expression.toString();
  }

  private static Language language(HttpServletRequest request) {
    var asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return asked == null ? Language.VIETNAMESE : Language.of(Locale.forLanguageTag(first(asked)));
  }

  private static String first(String acceptLanguage) {
    return acceptLanguage.split("[,;]", 2)[0].strip();
  }
}
