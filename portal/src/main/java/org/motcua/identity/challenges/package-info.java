/** Random values to be signed: by a passkey, by a certificate. */
@NullMarked
package org.motcua.identity.challenges;

import org.jspecify.annotations.NullMarked;
