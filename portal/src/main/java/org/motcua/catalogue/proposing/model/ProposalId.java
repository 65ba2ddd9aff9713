package org.motcua.catalogue.proposing.model;

import java.util.UUID;

public record ProposalId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
