package org.motcua.catalogue.exchanging.national;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of the national database's JSON, field by field in its order: the dictionary between its
 * names and ours. Texts are as they were written, nothing is left out.
 */
record NationalProcedure(
    @JsonProperty("ID") @Nullable Long id,
    @JsonProperty("MATTHC") @Nullable String code,
    @JsonProperty("TENTTHC") @Nullable String name,
    @JsonProperty("MACOQUANCONGBO") @Nullable String publishingAgency,
    @JsonProperty("LOAITTHC") @Nullable String kind,
    @JsonProperty("IDQUYETDINHCONGBO") @Nullable String decision,
    @JsonProperty("TRANGTHAI") @Nullable Integer state,
    @JsonProperty("MOTA") @Nullable String summary,
    @JsonProperty("MOTADOITUONGTHUCHIEN") @Nullable String audienceNote,
    @JsonProperty("MOTACOQUANTHUCHIEN") @Nullable String executingNote,
    @JsonProperty("MOTACOQUANTHAMQUYEN") @Nullable String competentNote,
    @JsonProperty("DIACHITIEPNHAN") @Nullable String receivingPlace,
    @JsonProperty("YEUCAU") @Nullable String conditions,
    @JsonProperty("TUKHOA") @Nullable String keywords,
    @JsonProperty("CAPTHUCHIEN") List<Level> levels,
    @JsonProperty("LINHVUCTHUCHIEN") List<Field> fields,
    @JsonProperty("DOITUONGTHUCHIEN") List<Audience> audiences,
    @JsonProperty("TRINHTUTHUCHIEN") List<CaseSteps> steps,
    @JsonProperty("CACHTHUCTHUCHIEN") List<Channel> channels,
    @JsonProperty("THANHPHANHOSO") List<CasePapers> papers,
    @JsonProperty("KETQUATHUCHIEN") List<Result> results,
    @JsonProperty("CANCUPHAPLY") List<LegalText> legalBasis,
    @JsonProperty("COQUANTHUCHIEN") List<Agency> executing,
    @JsonProperty("COQUANCOTHAMQUYEN") List<Agency> competent,
    @JsonProperty("COQUANDUOCUYQUYEN") List<Agency> authorised,
    @JsonProperty("COQUANPHOIHOP") List<Agency> coordinating,
    @JsonProperty("TTHCLIENQUAN") List<JsonNode> related,
    @JsonProperty("TTHCLIENTHONG") List<JsonNode> interlinked) {

  /** The only state whose number is known: open to the public. */
  static final int PUBLIC = 1;

  /** The name under which a procedure is named within a list of others. */
  static final String CODE = "MATTHC";

  /** All names of the first order. */
  static final Set<String> FIELDS =
      Arrays.stream(NationalProcedure.class.getRecordComponents())
          .map(component -> component.getAccessor().getAnnotation(JsonProperty.class).value())
          .collect(Collectors.toUnmodifiableSet());

  static final int IN_PERSON = 1;
  static final int ONLINE = 2;
  static final int BY_POST = 3;

  static final String DONG = "Đồng";

  NationalProcedure {
    levels = present(levels);
    fields = present(fields);
    audiences = present(audiences);
    steps = present(steps);
    channels = present(channels);
    papers = present(papers);
    results = present(results);
    legalBasis = present(legalBasis);
    executing = present(executing);
    competent = present(competent);
    authorised = present(authorised);
    coordinating = present(coordinating);
    related = present(related);
    interlinked = present(interlinked);
  }

  private static <T> List<T> present(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  record Level(@JsonProperty("CAPTHUCHIEN") @Nullable String name) {}

  record Field(
      @JsonProperty("MALINHVUC") @Nullable String code,
      @JsonProperty("TENLINHVUC") @Nullable String name) {}

  record Audience(@JsonProperty("TENDOITUONG") @Nullable String name) {}

  record CaseSteps(
      @JsonProperty("TRUONGHOP") @Nullable String when, @JsonProperty("TRINHTU") List<Step> steps) {
    CaseSteps {
      steps = present(steps);
    }
  }

  record Step(@JsonProperty("TENTRINHTU") @Nullable String text) {}

  record Channel(
      @JsonProperty("KENH") @Nullable Integer manner,
      @JsonProperty("THOIGIAN") List<TimeLimit> timeLimits) {
    Channel {
      timeLimits = present(timeLimits);
    }
  }

  record TimeLimit(
      @JsonProperty("THOIGIANGIAIQUYET") @Nullable String amount,
      @JsonProperty("DONVITINH") @Nullable String unit,
      @JsonProperty("MOTA") @Nullable String note,
      @JsonProperty("PHILEPHI") List<Fee> fees) {
    TimeLimit {
      fees = present(fees);
    }
  }

  record Fee(
      @JsonProperty("MAPHILEPHI") @Nullable String code,
      @JsonProperty("SOTIEN") @Nullable Long amount,
      @JsonProperty("DONVI") @Nullable String currency,
      @JsonProperty("MOTA") @Nullable String note) {}

  record CasePapers(
      @JsonProperty("TRUONGHOP") @Nullable String when,
      @JsonProperty("GIAYTO") List<Paper> papers) {
    CasePapers {
      papers = present(papers);
    }
  }

  record Paper(
      @JsonProperty("MAGIAYTO") @Nullable String code,
      @JsonProperty("TENGIAYTO") @Nullable String name,
      @JsonProperty("SOBANCHINH") @Nullable Integer originals,
      @JsonProperty("SOBANSAO") @Nullable Integer copies,
      @JsonProperty("TENMAUDON") @Nullable String form,
      @JsonProperty("URL") @Nullable String formAddress) {}

  record Result(
      @JsonProperty("MAKETQUA") @Nullable String code,
      @JsonProperty("TENKETQUA") @Nullable String name) {}

  record LegalText(
      @JsonProperty("SOVANBAN") @Nullable String number,
      @JsonProperty("TENVANBAN") @Nullable String name) {}

  record Agency(
      @JsonProperty("MADONVI") @Nullable String code,
      @JsonProperty("TENDONVI") @Nullable String name) {}
}
