/**
 * Passkeys (WebAuthn Level 3): adding and removing them, and signing in with one. The device itself
 * checks that its owner is there, so a passkey is two factors at once, and it cannot be phished: it
 * answers this portal's address alone.
 */
@NullMarked
package org.motcua.identity.passkeys;

import org.jspecify.annotations.NullMarked;
