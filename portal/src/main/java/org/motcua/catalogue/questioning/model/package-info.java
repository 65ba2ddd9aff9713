/** A question from asking to its published answer, and where it is kept. */
@NullMarked
package org.motcua.catalogue.questioning.model;

import org.jspecify.annotations.NullMarked;
