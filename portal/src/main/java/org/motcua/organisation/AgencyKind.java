package org.motcua.organisation;

/** What an agency is to the people who deal with it. */
public enum AgencyKind {
  /** Ministries and agencies of their rank. */
  CENTRAL,
  PROVINCE_COMMITTEE,
  /** One field of the administration of a province: see {@link DepartmentKind}. */
  DEPARTMENT,
  DISTRICT_COMMITTEE,
  COMMUNE_COMMITTEE;

  public boolean isCommittee() {
    return this == PROVINCE_COMMITTEE || this == DISTRICT_COMMITTEE || this == COMMUNE_COMMITTEE;
  }
}
