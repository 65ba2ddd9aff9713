package org.motcua.dossiers.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motcua.dossiers.model.AdditionRequest;
import org.motcua.dossiers.model.Revocation;

/** What the systems of agencies send and are told. */
final class DeskJson {

  /**
   * Who acts, as the agency's own system knows him.
   *
   * @param title such as his office
   */
  @Schema(name = "DeskOfficer")
  record Officer(
      @Schema(example = "Lê Thị Lan", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String name,
      @Schema(example = "Phó Chủ tịch") @Nullable String title) {}

  @Schema(name = "Acceptance")
  record Acceptance(@Nullable Officer officer) {}

  @Schema(name = "Refusal")
  record Refusal(
      @Nullable Officer officer,
      @Schema(example = "Nơi cư trú không thuộc phường.") @Nullable String reason) {}

  /** All points together, and once only. */
  @Schema(name = "AdditionRequest")
  record Additions(@Nullable Officer officer, @Nullable List<Point> points) {}

  /**
   * @param target {@code question:<id>}, {@code paper:<id>}, or {@code whole}
   */
  @Schema(name = "AdditionPointAsked")
  record Point(
      @Schema(example = "paper:proof-of-birth") @Nullable String target,
      @Schema(example = "Ảnh mờ, xin gửi lại.") @Nullable String text) {

    AdditionRequest.Point said() {
      return new AdditionRequest.Point(
          target == null ? "" : target, text == null ? "" : text.strip());
    }
  }

  /** What is done at the step of the route at which the dossier stands. */
  enum StepAct {
    TAKE_UP,
    PASS_ON,
    HAND_BACK,
    SEND_BACK
  }

  /**
   * @param act left out: {@code PASS_ON}, which takes up first what nobody has taken up
   * @param step where the officer saw it stand; left out: wherever it stands
   */
  @Schema(name = "Step")
  record Step(
      @Nullable Officer officer,
      @Schema(example = "PASS_ON") @Nullable StepAct act,
      @Schema(example = "1") @Nullable Integer step,
      @Schema(example = "Đủ điều kiện.") @Nullable String note) {}

  enum Verdict {
    APPROVE,
    STOP
  }

  @Schema(name = "Decision")
  record Decision(
      @Nullable Officer officer,
      @Schema(example = "APPROVE", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable Verdict verdict,
      @Schema(example = "2") @Nullable Integer step,
      @Schema(description = "Needed to stop") @Nullable String reason) {}

  /**
   * @param takenBy who came for it and has signed for it
   */
  /**
   * @param receipt the number of the receipt that the applicant was given
   */
  @Schema(name = "DeskFeePaid")
  record FeePaid(
      @Nullable Officer officer, @Schema(example = "BL-0012") @Nullable String receipt) {}

  @Schema(name = "Return")
  record Return(
      @Nullable Officer officer,
      @Schema(example = "Nguyễn Thị Mai", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String takenBy) {}

  /**
   * @param verificationCode of the faulty result; left out: the present one
   * @param answers only those that were wrong, as they should have been
   */
  @Schema(name = "Correction")
  record Corrected(
      @Nullable Officer officer,
      @Schema(example = "7K3M-Q9TB-2WXE-H5DC") @Nullable String verificationCode,
      @Schema(
              example = "{\"child.givenName\": \"Bảo\"}",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable Map<String, Object> answers,
      @Schema(
              description = "What was wrong and why; the applicant reads it",
              example = "Đánh máy sai tên.",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}

  /**
   * @param ground told to everybody who verifies the result
   * @param law by which it is taken back, told to everybody
   */
  @Schema(name = "Revocation")
  record Revoked(
      @Nullable Officer officer,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Revocation.@Nullable Ground ground,
      @Schema(example = "Khoản 1 Điều 70 Luật Hộ tịch", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String law,
      @Schema(description = "The applicant reads it", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}

  /** A dossier after an act, or in the queue. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "DeskItem")
  record Item(
      @Schema(example = "H49.12.03-201122-0001") String code,
      @Schema(example = "birth-registration") String service,
      int serviceVersion,
      @Schema(example = "1.001193") String procedure,
      String applicant,
      @Schema(example = "2") int status,
      @Schema(example = "Được tiếp nhận") String statusName,
      @Schema(example = "1") int step,
      @Nullable Instant submittedAt,
      @Nullable Instant dueAt,
      Instant changedAt,
      @Schema(example = "/api/desk/dossiers/H49.12.03-201122-0001") String href) {}

  /**
   * @param next what to give as {@code after} for the next page; none on the last
   */
  @Schema(name = "DeskQueue")
  record Queue(List<Item> items, @Nullable String next) {}

  @Schema(name = "DeskPaper")
  record PaperFile(
      @Schema(example = "proof-of-birth") String paper,
      UUID document,
      String name,
      long size,
      Instant addedAt,
      String href) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "DeskEvent")
  record Happening(
      Instant at, String event, int status, int step, String what, @Nullable String note) {}

  /** All of a dossier that its agency needs to handle it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "DeskDossier")
  record Whole(
      Item dossier,
      String serviceName,
      @Nullable String delivery,
      Map<String, Object> answers,
      List<PaperFile> papers,
      List<Happening> history) {}

  private DeskJson() {}
}
