/**
 * People sign in through the national portal (OpenID Connect), show more where more is needed, and
 * are signed out both ways. Whom the portal says somebody is stands in the session, nowhere else.
 */
@NullMarked
package org.motcua.simulators.agency.signon;

import org.jspecify.annotations.NullMarked;
