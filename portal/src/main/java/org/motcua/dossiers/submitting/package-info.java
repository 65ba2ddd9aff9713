/** Reviewing, declaring and submitting; the code and the receipt. */
@NullMarked
package org.motcua.dossiers.submitting;

import org.jspecify.annotations.NullMarked;
