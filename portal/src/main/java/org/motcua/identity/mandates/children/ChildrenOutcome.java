package org.motcua.identity.mandates.children;

import java.util.List;

/** What a parent is told about children. */
sealed interface ChildrenOutcome {

  record Found(List<ChildCard> children) implements ChildrenOutcome {}

  /** The register knows people by their number of 12 digits, and the account has none. */
  record NoPersonalNumber() implements ChildrenOutcome {}

  /** It does not answer, or not so that one could rely on it. */
  record RegisterDown() implements ChildrenOutcome {}
}
