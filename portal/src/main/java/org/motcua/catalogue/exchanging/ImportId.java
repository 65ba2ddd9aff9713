package org.motcua.catalogue.exchanging;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record ImportId(@JsonValue UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
