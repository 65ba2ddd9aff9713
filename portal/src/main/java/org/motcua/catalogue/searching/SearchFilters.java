package org.motcua.catalogue.searching;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.Procedure.Audience;
import org.motcua.catalogue.Procedure.Level;
import org.motcua.catalogue.Procedure.OnlineLevel;
import org.motcua.organisation.UnitCode;

/**
 * What a procedure must be besides fitting the words; null or empty asks for nothing.
 *
 * @param audiences any of these
 * @param field the code of a field, such as {@code LVF4E101}
 * @param agency of those that execute, decide or publish it: its code, or its name as the
 *     procedures write it
 * @param province its own copies stand in the place of the ministries' procedures; without one,
 *     copies are not listed beside their original
 * @param lifeEvent the slug of a group
 */
public record SearchFilters(
    Set<Audience> audiences,
    @Nullable Level level,
    @Nullable String field,
    @Nullable String agency,
    @Nullable UnitCode province,
    @Nullable OnlineLevel online,
    @Nullable String lifeEvent) {

  public static final SearchFilters NONE =
      new SearchFilters(Set.of(), null, null, null, null, null, null);

  public SearchFilters {
    audiences = Set.copyOf(audiences);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  public SearchFilters withAudiences(Set<Audience> those) {
    return new SearchFilters(those, level, field, agency, province, online, lifeEvent);
  }

  public SearchFilters withLevel(@Nullable Level one) {
    return new SearchFilters(audiences, one, field, agency, province, online, lifeEvent);
  }

  public SearchFilters withField(@Nullable String code) {
    return new SearchFilters(audiences, level, code, agency, province, online, lifeEvent);
  }

  public SearchFilters withAgency(@Nullable String codeOrName) {
    return new SearchFilters(audiences, level, field, codeOrName, province, online, lifeEvent);
  }

  public SearchFilters withProvince(@Nullable UnitCode unit) {
    return new SearchFilters(audiences, level, field, agency, unit, online, lifeEvent);
  }

  public SearchFilters withOnline(@Nullable OnlineLevel one) {
    return new SearchFilters(audiences, level, field, agency, province, one, lifeEvent);
  }

  public SearchFilters withLifeEvent(@Nullable String slug) {
    return new SearchFilters(audiences, level, field, agency, province, online, slug);
  }
}
