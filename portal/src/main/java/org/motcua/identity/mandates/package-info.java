/** Acting for another: what is kept of it, and the pages for those who give and hold mandates. */
@NullMarked
package org.motcua.identity.mandates;

import org.jspecify.annotations.NullMarked;
