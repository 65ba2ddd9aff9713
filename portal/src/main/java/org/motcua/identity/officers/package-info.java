/**
 * Administrators keep the officers of their agency and of those below it: accounts, posts,
 * suspension, and the first sign-in. They never learn a password.
 */
@NullMarked
package org.motcua.identity.officers;

import org.jspecify.annotations.NullMarked;
