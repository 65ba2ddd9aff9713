package org.motcua.simulators.agency.people;

/** How somebody from the national portal stands with the province. */
public sealed interface Standing {

  /** His account is known. */
  record Known(Account account) implements Standing {}

  /** An old account bears his number; he is asked whether it is his. */
  record Claimable(Account account) implements Standing {}

  /** An account bears his number, and belongs to another account of the national portal. */
  record Taken() implements Standing {}

  /** The province has never seen him. */
  record Unknown() implements Standing {}
}
