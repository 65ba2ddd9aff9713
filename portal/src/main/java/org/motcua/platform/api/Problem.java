package org.motcua.platform.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done (RFC 9457).
 *
 * @param code the same in every language
 * @param errors each at its place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem")
public record Problem(
    @Schema(example = "about:blank") String type,
    @Schema(example = "Unprocessable Content") String title,
    @Schema(example = "422") int status,
    @Schema(example = "answers-faulty") String code,
    @Schema(example = "Some answers are missing or wrong.") String detail,
    @Nullable List<Error> errors) {

  /**
   * @param field the question, the paper, or the member of the body
   * @param pointer to where it is (RFC 6901): among the answers, or in the body
   */
  @Schema(name = "ProblemError")
  public record Error(
      @Schema(example = "childName") String field,
      @Schema(example = "/childName") String pointer,
      @Schema(example = "Enter the name of the child") String message) {}
}
