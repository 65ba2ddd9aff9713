/** How other systems are called: patiently, with suspicion, and again until they answer. */
@NullMarked
package org.motcua.exchange.calling;

import org.jspecify.annotations.NullMarked;
