package org.motcua.dossiers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.identity.AccountId;
import org.motcua.identity.Accounts;
import org.motcua.identity.Mandate;
import org.motcua.identity.MandateId;
import org.motcua.identity.MandateScope;
import org.motcua.identity.Mandates;
import org.motcua.identity.Person;
import org.motcua.platform.api.ProgramApi;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** For whom a person may act. */
@ProgramApi
@RestController
@PreAuthorize(FilingApi.FILES)
@Tag(name = "Filing")
class MandatesApi {

  private static final int MOST = 200;

  private final Callers callers;
  private final Mandates mandates;
  private final Accounts accounts;
  private final Clock clock;

  MandatesApi(Callers callers, Mandates mandates, Accounts accounts, Clock clock) {
    this.callers = callers;
    this.mandates = mandates;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * A right to act for somebody.
   *
   * @param id what to name as applicant
   * @param powers {@code SEE}, {@code FILE}, {@code PAY}, {@code SIGN}, {@code MANAGE}
   * @param procedure the only procedure that it is for; null: for all
   * @param dossier the only dossier that it is for; null: for all
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Mandate")
  record MandateJson(
      UUID id,
      @Schema(example = "Công ty TNHH Sao Vàng") String name,
      @Schema(example = "ENTERPRISE") String kind,
      @Schema(example = "[\"FILE\", \"SEE\"]") List<String> powers,
      @Nullable String procedure,
      @Nullable String dossier,
      @Nullable Instant until) {}

  /**
   * @param next what to give as {@code before} for the next page; none on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Mandates")
  record Listing(List<MandateJson> items, @Nullable UUID next) {}

  @GetMapping("/api/mandates")
  @Operation(
      summary = "For whom the person may act, the latest first, a page at a time",
      description = "Those alone that stand now; a page may be shorter for that.")
  Listing held(
      @Parameter(description = "next of the page before") @RequestParam(required = false)
          @Nullable UUID before,
      @RequestParam(defaultValue = "50") int limit,
      @AuthenticationPrincipal Jwt token) {
    if (limit < 1 || limit > MOST) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit must be from 1 to " + MOST);
    }
    var person = callers.of(token).user();
    if (person.acting() != null) return new Listing(List.of(), null);
    var held =
        mandates.listHeld(person.id(), before == null ? null : new MandateId(before), limit + 1);
    var page = held.subList(0, Math.min(limit, held.size()));
    var now = clock.instant();
    var standing = page.stream().filter(mandate -> mandate.stands(now)).toList();
    var names = accounts.findPersons(standing.stream().map(Mandate::represented).toList());
    return new Listing(
        standing.stream().map(mandate -> json(mandate, names)).toList(),
        held.size() > limit ? page.getLast().id().value() : null);
  }

  private static MandateJson json(Mandate mandate, Map<AccountId, Person> names) {
    var person = names.get(mandate.represented());
    var scope = mandate.scope();
    return new MandateJson(
        mandate.id().value(),
        person == null ? "" : person.name(),
        person == null ? "" : person.kind().name(),
        new TreeSet<>(mandate.powers()).stream().map(Enum::name).toList(),
        scope instanceof MandateScope.Procedure(var code) ? code : null,
        scope instanceof MandateScope.Dossier(var code) ? code : null,
        mandate.until());
  }
}
