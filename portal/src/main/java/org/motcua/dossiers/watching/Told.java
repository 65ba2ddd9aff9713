package org.motcua.dossiers.watching;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A number as everybody may read it. Behind a small one somebody's neighbour might see a person.
 *
 * @param count null where it is small
 * @param fewerThan then it is smaller than this, and more than none
 * @param atLeast whether the count is a sum without parts that are small
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
@Schema(name = "QueueNumber", description = "A count, or for a small one: fewer than so many")
public record Told(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(example = "12") @Nullable Long count,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(example = "5") @Nullable Integer fewerThan,
    @Schema(example = "false") boolean atLeast) {

  static final int SMALL = 5;

  static Told of(long number) {
    return number > 0 && number < SMALL
        ? new Told(null, SMALL, false)
        : new Told(number, null, false);
  }

  /** A whole would tell the one part that is not told. */
  static Told sum(Collection<Told> parts) {
    var told = parts.stream().mapToLong(part -> part.count() == null ? 0 : part.count()).sum();
    var hides = parts.stream().anyMatch(Told::hidden);
    return hides && told == 0 ? new Told(null, SMALL, false) : new Told(told, null, hides);
  }

  /** For pictures, whose bars would tell small numbers, and small differences, just as well. */
  static long rounded(long number) {
    return Math.round((double) number / SMALL) * SMALL;
  }

  public boolean hidden() {
    return count == null;
  }
}
