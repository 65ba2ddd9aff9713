/**
 * The state's registers as the portal may ask them: they compare and confirm, and hand out little.
 */
@NullMarked
package org.motcua.simulators.outside.registers;

import org.jspecify.annotations.NullMarked;
