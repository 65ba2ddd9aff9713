package org.motcua.dossiers.paying;

/**
 * What is paid before a draft is handed in.
 *
 * @param sum in dong, by the answers as they are
 * @param paid of it so far
 * @param underway whether somebody is paying at this moment
 */
public record FirstPayment(long sum, long paid, boolean underway) {

  /** In dong. */
  public long due() {
    return Math.max(0, sum - paid);
  }

  /** What goes back when it is handed in as it is. */
  public long beyond() {
    return Math.max(0, paid - sum);
  }
}
