package org.motcua.identity;

/** As whom one is signed in; each kind has its own part of the portal. */
public enum AccountKind {
  CITIZEN,
  ENTERPRISE,
  OFFICER
}
