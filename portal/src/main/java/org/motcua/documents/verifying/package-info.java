/** Tells anyone who holds a code or a file whether the certificate is genuine and still holds. */
@NullMarked
package org.motcua.documents.verifying;

import org.jspecify.annotations.NullMarked;
