/** The authority's keys, and signatures in PDFs made with them. */
@NullMarked
package org.motcua.documents.signing;

import org.jspecify.annotations.NullMarked;
