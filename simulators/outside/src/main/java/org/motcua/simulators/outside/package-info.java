/**
 * What stands around the portal and belongs to nobody in government: today the phones that its text
 * messages reach. The portal knows it by HTTP alone, and shares no class with it.
 */
@NullMarked
package org.motcua.simulators.outside;

import org.jspecify.annotations.NullMarked;
