/**
 * The JSON in which the national database of administrative procedures is exchanged, and how it is
 * understood.
 */
@NullMarked
package org.motcua.catalogue.exchanging.national;

import org.jspecify.annotations.NullMarked;
