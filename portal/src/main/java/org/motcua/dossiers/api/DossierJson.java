package org.motcua.dossiers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.platform.api.Problem;

/**
 * A dossier as its applicant's program sees it.
 *
 * @param code as soon as it is handed in
 * @param status the national number, 1 to 10; 0 for a draft
 * @param errors what is missing or wrong, while it can be filled in
 * @param additions what an officer asks to add or mend
 * @param mark for {@code If-Match}: changes with everything that happens to it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Dossier")
record DossierJson(
    @Schema(example = "019aa1b2-5c3d-7e4f-8a9b-0c1d2e3f4a5b") UUID id,
    @Schema(example = "H49.12.03-201122-0001") @Nullable String code,
    @Schema(example = "birth-registration") String service,
    int serviceVersion,
    @Schema(example = "1.001193") String procedure,
    String serviceName,
    @Schema(example = "Nguyễn Thị Mai") String applicant,
    @Schema(example = "1") int status,
    @Schema(example = "Mới đăng ký") String statusName,
    @Schema(example = "000.12.03.H49") @Nullable String agency,
    @Nullable Instant submittedAt,
    @Nullable Instant dueAt,
    Instant changedAt,
    @Nullable String reason,
    @Nullable Map<String, Object> answers,
    @Nullable List<PaperFile> papers,
    @Nullable List<Problem.Error> errors,
    @Nullable List<Addition> additions,
    @Nullable Fee fee,
    @Nullable ResultFile result,
    @Nullable List<Happening> history,
    @Schema(example = "t5xw3k.8fzq") String mark) {

  /**
   * A file of the dossier.
   *
   * @param paper the paper of the service, or the question that it answers
   */
  @Schema(name = "PaperFile")
  record PaperFile(
      @Schema(example = "proof-of-birth") String paper,
      UUID document,
      @Schema(example = "giay-chung-sinh.pdf") String name,
      long size,
      Instant addedAt,
      @Schema(example = "/api/dossiers/019a…/papers/019b…") String href) {}

  /**
   * @param target {@code question:<id>}, {@code paper:<id>}, or {@code whole}
   */
  @Schema(name = "AdditionPoint")
  record Addition(@Schema(example = "paper:proof-of-birth") String target, String text) {}

  @Schema(name = "DossierFee")
  record Fee(
      @Schema(example = "20000") long dong,
      boolean settled,
      @Schema(description = "Where it is paid online, while it is asked for.")
          @Nullable PaymentLink payment) {}

  @Schema(name = "DossierPaymentLink")
  record PaymentLink(@Schema(example = "/pay/3f9a") String href) {}

  @Schema(name = "DossierResult")
  record ResultFile(String verificationCode, String href) {}

  /**
   * @param status as it was from then on
   */
  @Schema(name = "DossierEvent")
  record Happening(
      Instant at, int status, @Schema(example = "Nộp hồ sơ") String what, @Nullable String note) {}
}
