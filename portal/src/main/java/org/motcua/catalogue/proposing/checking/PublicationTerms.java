package org.motcua.catalogue.proposing.checking;

import org.motcua.organisation.AgencyKind;

/**
 * How many working days a publishing decision must be signed before the legal text takes effect,
 * and how many after the signing the procedure must be public.
 *
 * <p>Decree 63/2010/NĐ-CP, articles 15 and 24, as amended by Decree 92/2017/NĐ-CP (numbers of the
 * articles to be confirmed): 20 and 10 for ministries, 5 and 5 for provinces.
 */
record PublicationTerms(int beforeEffect, int untilPublic) {

  private static final PublicationTerms MINISTRY = new PublicationTerms(20, 10);
  private static final PublicationTerms PROVINCE = new PublicationTerms(5, 5);

  static PublicationTerms of(AgencyKind authority) {
    return authority == AgencyKind.CENTRAL ? MINISTRY : PROVINCE;
  }
}
