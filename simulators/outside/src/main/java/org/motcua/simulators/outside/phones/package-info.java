/** Phones and the provider that carries text messages to them. */
@NullMarked
package org.motcua.simulators.outside.phones;

import org.jspecify.annotations.NullMarked;
