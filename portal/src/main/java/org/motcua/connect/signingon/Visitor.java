package org.motcua.connect.signingon;

import java.time.Instant;
import org.motcua.identity.CurrentUser;

/**
 * Who sits at the browser.
 *
 * @param session key of his session
 * @param provedAt when he last showed who he is
 */
record Visitor(CurrentUser user, String session, Instant provedAt) {}
