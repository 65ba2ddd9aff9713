/** Finding the right procedure from what people type. */
@NullMarked
package org.motcua.catalogue.searching;

import org.jspecify.annotations.NullMarked;
