/** What stands between a draft and its publication. */
@NullMarked
package org.motcua.catalogue.proposing.checking;

import org.jspecify.annotations.NullMarked;
