package org.motcua.eservices;

/** Who, outside of government, handles all applications of a service in a system of his own. */
public enum OutsideBody {
  ELECTRICITY_COMPANY
}
