/** Parents for their children, as the population register knows them. */
@NullMarked
package org.motcua.identity.mandates.children;

import org.jspecify.annotations.NullMarked;
