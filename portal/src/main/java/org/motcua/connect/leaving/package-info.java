/** Signing out at an agency, at the portal, everywhere. */
@NullMarked
package org.motcua.connect.leaving;

import org.jspecify.annotations.NullMarked;
