/**
 * Administrators connect the systems of their agency and of those below it: register, change, try
 * them out, renew secrets, go live, close.
 */
@NullMarked
package org.motcua.connect.registering;

import org.jspecify.annotations.NullMarked;
