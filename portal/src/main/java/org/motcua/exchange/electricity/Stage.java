package org.motcua.exchange.electricity;

/** How far a request for power may be, by the company's names. */
enum Stage {
  RECEIVED,
  SURVEYED,
  OFFERED,
  CONTRACTED,
  ENERGISED,
  REFUSED;

  boolean ended() {
    return this == ENERGISED || this == REFUSED;
  }
}
