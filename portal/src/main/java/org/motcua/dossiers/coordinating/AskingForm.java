package org.motcua.dossiers.coordinating;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.Entrusted.Kind;
import org.motcua.dossiers.model.Entrusted.Shown;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.Role;

/**
 * What an officer has typed to ask others.
 *
 * @param part the id of what is asked, made with the page
 * @param whole {@code true}: all is shown; else the facts and the papers that are ticked
 * @param find words of the name of an agency that is looked for
 */
public record AskingForm(
    UUID part,
    @Nullable String kind,
    @Nullable String agency,
    @Nullable String role,
    @Nullable String question,
    @Nullable String whole,
    @Nullable List<String> papers,
    @Nullable String hours,
    @Nullable String find) {

  /** Whom one may ask: those who handle dossiers. */
  static final List<Role> ROLES = List.of(Role.SPECIALIST, Role.HEAD, Role.LEADER, Role.RECEPTION);

  static AskingForm empty(UUID part) {
    return new AskingForm(part, "OPINION", null, "SPECIALIST", null, "false", List.of(), "8", null);
  }

  Kind kindAsked() {
    return "WORK".equals(kind) ? Kind.WORK : Kind.OPINION;
  }

  Role roleAsked() {
    return ROLES.stream().filter(each -> each.name().equals(role)).findFirst().orElse(Role.HEAD);
  }

  @Nullable AgencyId agencyAsked() {
    return agency == null ? null : AgencyId.parse(agency).orElse(null);
  }

  Shown shown() {
    return new Shown("true".equals(whole), papersShown());
  }

  private Set<UUID> papersShown() {
    return ticked().stream()
        .filter(each -> each.matches("[0-9a-f-]{36}"))
        .map(UUID::fromString)
        .collect(Collectors.toSet());
  }

  public List<String> ticked() {
    return papers == null ? List.of() : papers;
  }

  /** 0 where it is no number that one could mean. */
  int hoursAsked() {
    var typed = hours == null ? "" : hours.strip();
    var number = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
    return number > AskOthers.MOST_HOURS ? 0 : number;
  }

  String wordsAsked() {
    return question == null ? "" : question.replace("\0", "").strip();
  }

  String sought() {
    return find == null ? "" : find.strip();
  }
}
