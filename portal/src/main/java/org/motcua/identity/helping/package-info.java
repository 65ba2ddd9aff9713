/** Plain words about one's account: the questions that people ask, and where to go. */
@NullMarked
package org.motcua.identity.helping;

import org.jspecify.annotations.NullMarked;
