package org.motcua.forms;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names of all that can be known before it is asked for, as a form's {@code prefill} writes
 * them, and which questions they answer.
 */
public final class Facts {

  /** In front of a question's id, or of a name that questions of several services share. */
  public static final String EARLIER = "earlier.";

  public static final String MEMBERS = "household.members";
  public static final String CHILDREN = "household.children";

  /** What a person is known by in {@link #MEMBERS} and {@link #CHILDREN}, as columns call it. */
  public static final List<String> OF_A_MEMBER = List.of("name", "born", "idNumber");

  private enum Kind {
    TEXT("a text"),
    DATE("a date"),
    ADDRESS("an address"),
    ROWS("rows of a table");

    private final String told;

    Kind(String told) {
      this.told = told;
    }

    boolean answers(QuestionType type) {
      return switch (this) {
        case TEXT -> type instanceof QuestionType.OneText && !(type instanceof QuestionType.OneOf);
        case DATE -> type instanceof QuestionType.Date;
        case ADDRESS -> type instanceof QuestionType.UnitAddress;
        case ROWS ->
            type instanceof QuestionType.Table table
                && table.columns().stream()
                    .anyMatch(column -> OF_A_MEMBER.contains(QuestionType.Table.column(column)));
      };
    }
  }

  private static final Map<String, Kind> KINDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("account.name", Kind.TEXT),
              Map.entry("account.citizenId", Kind.TEXT),
              Map.entry("account.socialInsuranceNumber", Kind.TEXT),
              Map.entry("account.taxCode", Kind.TEXT),
              Map.entry("account.dateOfBirth", Kind.DATE),
              Map.entry("account.phone", Kind.TEXT),
              Map.entry("account.email", Kind.TEXT),
              Map.entry("account.address", Kind.ADDRESS),
              Map.entry("enterprise.name", Kind.TEXT),
              Map.entry("enterprise.taxCode", Kind.TEXT),
              Map.entry("enterprise.address", Kind.TEXT),
              Map.entry("enterprise.representative", Kind.TEXT),
              Map.entry(MEMBERS, Kind.ROWS),
              Map.entry(CHILDREN, Kind.ROWS)));

  /** What others than the applicant may vouch for. */
  static final Set<String> LOCKABLE =
      Set.of(
          "account.name",
          "account.citizenId",
          "account.socialInsuranceNumber",
          "account.taxCode",
          "account.dateOfBirth",
          "enterprise.name",
          "enterprise.taxCode",
          "enterprise.address",
          "enterprise.representative");

  /**
   * What is wrong with offering this fact to a question; empty if nothing is.
   *
   * @param earlier what may stand behind {@link #EARLIER}
   */
  static Optional<String> problem(String fact, QuestionType type, Collection<String> earlier) {
    if (fact.startsWith(EARLIER)) {
      if (type instanceof QuestionType.File) {
        return Optional.of("a file of an earlier application is not offered again");
      }
      return earlier.contains(fact.substring(EARLIER.length()))
          ? Optional.empty()
          : Optional.of(
              "'%s' is neither this form's question nor a 'fact' of it, expected such as %s"
                  .formatted(
                      fact.substring(EARLIER.length()),
                      EARLIER + earlier.stream().sorted().findFirst().orElse("")));
    }
    var kind = KINDS.get(fact);
    if (kind == null) {
      return Optional.of(
          "nothing is known as '%s', expected %s, %s<question>"
              .formatted(fact, String.join(", ", KINDS.keySet()), EARLIER));
    }
    return kind.answers(type)
        ? Optional.empty()
        : Optional.of(
            kind == Kind.ROWS
                ? "'%s' gives rows, expected a table with a column of %s"
                    .formatted(fact, String.join(", ", OF_A_MEMBER))
                : "'%s' is %s, expected a question of another type here"
                    .formatted(fact, kind.told));
  }

  private Facts() {}
}
