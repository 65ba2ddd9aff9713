package org.motcua.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.web.Language;

/**
 * One administrative procedure as it is in force: everything that law wants published about it.
 *
 * <p>Vietnamese is the text that counts; the English name and summary are a courtesy.
 *
 * @param nationalId the number that the national database gives the entry besides its code
 * @param otherAudiences who may apply besides, in words for which the national list has no name
 * @param sets how many sets of the papers are handed in; null where the text does not say
 * @param receivingPlace where papers are handed in, where the text names a place
 * @param interlinked procedures carried out together with this one on one application
 * @param toBeConfirmed what whoever wrote this entry could not confirm; shown as such, never hidden
 * @param nationalWording parts of the national database's entry that this model says in other words
 *     or has no place for, as that database writes them and under its names; never shown, given
 *     back on export. Whoever amends a text carries it over: a part that has been amended since is
 *     no longer given back.
 */
public record Procedure(
    ProcedureCode code,
    @Nullable Long nationalId,
    String name,
    @Nullable String nameEnglish,
    @Nullable String summary,
    @Nullable String summaryEnglish,
    List<Level> levels,
    @Nullable String kind,
    Field field,
    List<Audience> audiences,
    List<String> otherAudiences,
    @Nullable String audienceNote,
    List<CaseSteps> steps,
    List<Channel> channels,
    @Nullable String receivingPlace,
    List<CasePapers> papers,
    @Nullable Integer sets,
    List<Result> results,
    List<LegalText> legalBasis,
    @Nullable String conditions,
    Agencies agencies,
    List<ProcedureCode> related,
    List<ProcedureCode> interlinked,
    List<String> keywords,
    OnlineLevel onlineLevel,
    @Nullable PublishingDecision decision,
    List<String> lifeEvents,
    List<String> toBeConfirmed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> nationalWording) {

  public Procedure {
    levels = present(levels);
    audiences = present(audiences);
    steps = present(steps);
    channels = present(channels);
    papers = present(papers);
    results = present(results);
    legalBasis = present(legalBasis);
    otherAudiences = present(otherAudiences);
    related = present(related);
    interlinked = present(interlinked);
    keywords = present(keywords);
    lifeEvents = present(lifeEvents);
    toBeConfirmed = present(toBeConfirmed);
    nationalWording = nationalWording == null ? Map.of() : Map.copyOf(nationalWording);
  }

  /** Files and stored JSON leave out what is empty. */
  private static <T> List<T> present(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static String present(@Nullable String text) {
    return text == null ? "" : text;
  }

  public Procedure withNationalWording(Map<String, Object> wording) {
    return new Procedure(
        code,
        nationalId,
        name,
        nameEnglish,
        summary,
        summaryEnglish,
        levels,
        kind,
        field,
        audiences,
        otherAudiences,
        audienceNote,
        steps,
        channels,
        receivingPlace,
        papers,
        sets,
        results,
        legalBasis,
        conditions,
        agencies,
        related,
        interlinked,
        keywords,
        onlineLevel,
        decision,
        lifeEvents,
        toBeConfirmed,
        wording);
  }

  public String name(Language language) {
    return language == Language.ENGLISH && nameEnglish != null ? nameEnglish : name;
  }

  public @Nullable String summary(Language language) {
    return language == Language.ENGLISH && summaryEnglish != null ? summaryEnglish : summary;
  }

  /** The level of administration at which it is carried out; several may apply. */
  public enum Level {
    MINISTRY,
    PROVINCE,
    /** Abolished on 1 July 2025; older texts still name it. */
    DISTRICT,
    COMMUNE,
    OTHER
  }

  /** The subject matter, by which ministries order their procedures. */
  public record Field(String code, String name, @Nullable String nameEnglish) {
    public Field {
      code = present(code);
      name = present(name);
    }
  }

  public enum Audience {
    CITIZEN,
    OVERSEAS_VIETNAMESE,
    FOREIGNER,
    OFFICIAL,
    ENTERPRISE,
    FOREIGN_INVESTED_ENTERPRISE,
    ORGANISATION,
    FOREIGN_ORGANISATION,
    COOPERATIVE;

    public boolean isPerson() {
      return ordinal() <= OFFICIAL.ordinal();
    }
  }

  /** The steps in order; {@code when} names the case they hold for, null where there is one. */
  public record CaseSteps(@Nullable String when, List<String> steps) {
    public CaseSteps {
      steps = present(steps);
    }
  }

  public record Channel(Manner manner, List<TimeLimit> timeLimits) {
    public Channel {
      timeLimits = present(timeLimits);
    }
  }

  public enum Manner {
    IN_PERSON,
    ONLINE,
    POST
  }

  /**
   * @param amount null where the text gives no number
   */
  public record TimeLimit(
      @Nullable Integer amount, @Nullable TimeUnit unit, @Nullable String note, List<Fee> fees) {
    public TimeLimit {
      fees = present(fees);
    }
  }

  public enum TimeUnit {
    HOURS,
    WORKING_DAYS,
    DAYS,
    MONTHS
  }

  /**
   * @param dong null where each province sets its own; zero is free of charge
   */
  public record Fee(@Nullable String code, @Nullable Long dong, @Nullable String note) {}

  public record CasePapers(@Nullable String when, List<Paper> papers) {
    public CasePapers {
      papers = present(papers);
    }
  }

  public record Paper(
      @Nullable String code,
      String name,
      int originals,
      int copies,
      @Nullable String form,
      @Nullable String formAddress) {
    public Paper {
      name = present(name);
    }
  }

  public record Result(@Nullable String code, String name) {
    public Result {
      name = present(name);
    }
  }

  public record LegalText(String number, String name, @Nullable LocalDate of) {
    public LegalText {
      number = present(number);
      name = present(name);
    }
  }

  /**
   * Who does it, who decides, who may act for them, who helps.
   *
   * @param executingNote what the text says about the executing agencies besides their names
   * @param competentNote the same of the competent ones
   */
  public record Agencies(
      List<AgencyName> executing,
      @Nullable String executingNote,
      List<AgencyName> competent,
      @Nullable String competentNote,
      List<AgencyName> authorised,
      List<AgencyName> coordinating) {
    public Agencies {
      executing = present(executing);
      competent = present(competent);
      authorised = present(authorised);
      coordinating = present(coordinating);
    }
  }

  /**
   * @param code null where the text names a kind of agency, such as "the commune's people's
   *     committee"
   */
  public record AgencyName(@Nullable String code, String name) {
    public AgencyName {
      name = present(name);
    }
  }

  /** How far it can be done online, by the four levels of the national rules. */
  public enum OnlineLevel {
    INFORMATION,
    FORMS,
    APPLY,
    APPLY_AND_PAY
  }

  public record PublishingDecision(
      String number, @Nullable LocalDate signedOn, @Nullable String agency) {
    public PublishingDecision {
      number = present(number);
    }
  }
}
