/** One-time codes to phones and mailboxes, for any purpose. */
@NullMarked
package org.motcua.identity.codes;

import org.jspecify.annotations.NullMarked;
