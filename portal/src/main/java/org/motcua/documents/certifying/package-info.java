/** Issues certificates and takes them back. */
@NullMarked
package org.motcua.documents.certifying;

import org.jspecify.annotations.NullMarked;
