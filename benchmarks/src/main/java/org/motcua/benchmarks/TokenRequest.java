package org.motcua.benchmarks;

/** A program of an agency that fetches a token of its own (client credentials), again and again. */
record TokenRequest(KeptConnection portal, AgencySystem agency) implements Load.Person {

  static final String STEP = "fetch a program's token";

  @Override
  public void doItOnce(Timings timings) throws Exception {
    timings.time(STEP, () -> agency.token(portal));
  }
}
