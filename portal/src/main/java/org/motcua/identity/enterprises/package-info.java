/**
 * Accounts of enterprises: founded by those who represent them, used by the members they name.
 *
 * <p>An enterprise does nothing itself: a member acts for it, by a mandate of kind MEMBER.
 */
@NullMarked
package org.motcua.identity.enterprises;

import org.jspecify.annotations.NullMarked;
