/**
 * Assisted filing: a citizen stands at the counter, reads out a code, and the officer files one
 * procedure in the citizen's name.
 */
@NullMarked
package org.motcua.identity.mandates.assisting;

import org.jspecify.annotations.NullMarked;
