/** One-time codes by SMS: sent, confirmed once, and then the session is open. */
@NullMarked
package org.motcua.identity.codes;

import org.jspecify.annotations.NullMarked;
