package org.motcua.catalogue.exchanging.opendata;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure.Audience;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.Procedure.OnlineLevel;
import org.motcua.catalogue.searching.SearchFilters;
import org.motcua.organisation.UnitCode;

/** What a list or an export is narrowed to. */
record AskedFor(
    @Parameter(description = "What is looked for", example = "giay khai sinh") @Nullable String q,
    @Parameter(description = "Only what this kind of applicant may apply for")
        @Nullable Audience audience,
    @Parameter(description = "Code of a field", example = "LVF4E101") @Nullable String field,
    @Parameter(description = "Level of administration") @Nullable Level level,
    @Parameter(
            description =
                "Who executes, decides or publishes it: code, or name as the procedures write it",
            example = "Ủy ban nhân dân cấp xã")
        @Nullable String agency,
    @Parameter(
            description = "A province's code: its own copies stand in the ministries' places",
            example = "22")
        @Nullable String province,
    @Parameter(description = "How far it can be done online") @Nullable OnlineLevel online) {

  String query() {
    return q == null ? "" : q.strip();
  }

  SearchFilters filters(Provinces provinces) {
    return SearchFilters.NONE
        .withAudiences(audience == null ? Set.of() : Set.of(audience))
        .withField(text(field))
        .withLevel(level)
        .withAgency(text(agency))
        .withProvince(province(provinces).orElse(null))
        .withOnline(online);
  }

  private Optional<UnitCode> province(Provinces provinces) {
    return Optional.ofNullable(text(province)).map(provinces::get);
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
