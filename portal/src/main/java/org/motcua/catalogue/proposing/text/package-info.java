/** A procedure's text while it is being written: its form, and what was typed into it. */
@NullMarked
package org.motcua.catalogue.proposing.text;

import org.jspecify.annotations.NullMarked;
