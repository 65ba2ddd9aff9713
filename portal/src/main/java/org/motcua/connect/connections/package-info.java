/** A person sees where the account is signed in and what was given there, and takes it back. */
@NullMarked
package org.motcua.connect.connections;

import org.jspecify.annotations.NullMarked;
