/**
 * The authenticator app (TOTP, RFC 6238): enrolling it, its codes as second factor, and recovery
 * codes for the day the phone is lost.
 */
@NullMarked
package org.motcua.identity.authenticator;

import org.jspecify.annotations.NullMarked;
