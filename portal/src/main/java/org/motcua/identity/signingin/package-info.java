/** Signing in with a password, then a one-time code; signing out. */
@NullMarked
package org.motcua.identity.signingin;

import org.jspecify.annotations.NullMarked;
