package org.motcua.eservices;

/** A way in which the result reaches the applicant. */
public enum Delivery {
  ONLINE,
  COUNTER,
  POST
}
