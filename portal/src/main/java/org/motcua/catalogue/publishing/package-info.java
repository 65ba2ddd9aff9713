/** Giving procedures their texts, each from its day on. */
@NullMarked
package org.motcua.catalogue.publishing;

import org.jspecify.annotations.NullMarked;
