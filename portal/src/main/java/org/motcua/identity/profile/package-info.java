/** One's own account: what the portal knows, how it is changed, and how a theft is undone. */
@NullMarked
package org.motcua.identity.profile;

import org.jspecify.annotations.NullMarked;
