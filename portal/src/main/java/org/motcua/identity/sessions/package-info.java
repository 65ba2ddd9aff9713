/** From where one has signed in, which sessions are open, and ending them. */
@NullMarked
package org.motcua.identity.sessions;

import org.jspecify.annotations.NullMarked;
