/** A new password for somebody who has forgotten his and has the account's phone at hand. */
@NullMarked
package org.motcua.identity.resetting;

import org.jspecify.annotations.NullMarked;
