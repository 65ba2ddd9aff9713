package org.motcua.eservices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.forms.Expression;
import org.motcua.forms.FormDefinition;
import org.motcua.forms.Situation;
import org.motcua.forms.Words;

/**
 * Services that one event in life calls for, applied for together: what they all ask is asked once,
 * and each goes to its own agency as a dossier of its own.
 *
 * @param lifeEvent the catalogue's, by its address
 * @param procedure that the catalogue has for all of them together, if it has one
 * @param form what they have in common
 * @param members in the order in which they are shown; one that waits comes after what it waits for
 */
public record ServicePackage(
    ServiceSlug slug,
    Words name,
    Words summary,
    String lifeEvent,
    @Nullable ProcedureCode procedure,
    FormDefinition form,
    List<Member> members,
    List<SharedPaper> papers) {

  public ServicePackage {
    members = List.copyOf(members);
    papers = List.copyOf(papers);
  }

  /**
   * One of the services.
   *
   * @param choice whether the applicant may leave it out
   * @param when the case, by the common answers, in which it is applied for; always, if there is
   *     none
   * @param answers where the answer to each of its questions comes from: a question or computed
   *     value of the common form
   * @param after what it waits for; {@code null}: it is handed in at once
   */
  public record Member(
      ServiceSlug service,
      boolean choice,
      @Nullable Expression when,
      Map<String, String> answers,
      @Nullable After after) {

    public Member {
      answers = Map.copyOf(answers);
    }

    public boolean belongsIn(Situation common) {
      return when == null || when.holdsIn(common);
    }

    /** The questions that are answered by what it waits for. */
    public Set<String> awaitedAnswers() {
      return after == null ? Set.of() : after.answers().keySet();
    }
  }

  /**
   * That a member waits for another's result.
   *
   * @param result as which of its papers the result is enclosed; {@code null}: as none
   * @param answers where the answer to each of its questions comes from: {@code result.number} and
   *     the like, or a question or computed value of the other's form
   */
  public record After(ServiceSlug service, @Nullable String result, Map<String, String> answers) {

    public After {
      answers = Map.copyOf(answers);
    }
  }

  /** A paper that several ask for, under names of their own: it is attached to the first. */
  public record SharedPaper(ServiceSlug first, String paper, Map<ServiceSlug, String> others) {

    public SharedPaper {
      others = Map.copyOf(others);
    }
  }

  public Optional<Member> find(ServiceSlug service) {
    return members.stream().filter(member -> member.service().equals(service)).findFirst();
  }
}
