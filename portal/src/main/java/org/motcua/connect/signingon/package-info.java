/** A person on the way to an agency's portal: who he is, how surely, and whether he agrees. */
@NullMarked
package org.motcua.connect.signingon;

import org.jspecify.annotations.NullMarked;
