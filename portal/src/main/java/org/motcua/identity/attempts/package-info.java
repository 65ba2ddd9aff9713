/** On the way to a session: what somebody at one browser has shown, and what is still to show. */
@NullMarked
package org.motcua.identity.attempts;

import org.jspecify.annotations.NullMarked;
