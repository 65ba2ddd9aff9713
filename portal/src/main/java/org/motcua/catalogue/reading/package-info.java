/** Reading procedures, as a person and as a program. */
@NullMarked
package org.motcua.catalogue.reading;

import org.jspecify.annotations.NullMarked;
