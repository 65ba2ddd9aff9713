package org.motcua.connect.providing;

import jakarta.servlet.Filter;

/**
 * Stands between a client's request that has been found valid and its answer: lets through a
 * request whose {@code OAuth2AuthorizationCodeRequestAuthenticationToken}, an attribute by that
 * name, has the person as its principal, and leads the others elsewhere.
 */
public interface PersonGate {

  Filter filter();
}
