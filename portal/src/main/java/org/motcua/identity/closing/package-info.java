/** Leaving: asked for, taken back by signing in, or done after two weeks. */
@NullMarked
package org.motcua.identity.closing;

import org.jspecify.annotations.NullMarked;
