package org.motcua.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.motcua.platform.ids.NewId;

/** A question on procedures; ids grow with time. */
public record QuestionId(@JsonValue UUID value) implements Comparable<QuestionId>, Serializable {

  public static QuestionId next() {
    return new QuestionId(NewId.next());
  }

  /** For what stands in an address or came from another node. */
  public static Optional<QuestionId> parse(String text) {
    try {
      return Optional.of(new QuestionId(UUID.fromString(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(QuestionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
