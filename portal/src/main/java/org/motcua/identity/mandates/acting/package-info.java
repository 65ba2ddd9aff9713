/**
 * Acting for another: the session is switched, every request asks whether the mandate still stands,
 * and what is the other's own business stays shut.
 */
@NullMarked
package org.motcua.identity.mandates.acting;

import org.jspecify.annotations.NullMarked;
