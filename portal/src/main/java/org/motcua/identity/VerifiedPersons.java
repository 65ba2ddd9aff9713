package org.motcua.identity;

/**
 * Who is known to be the person he says: not by a password, but by papers, register or certificate.
 */
public interface VerifiedPersons {

  boolean isVerified(AccountId account);
}
