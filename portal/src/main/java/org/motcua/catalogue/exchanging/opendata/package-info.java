/** Procedures as open data: for any program, without a token, as often as is fair. */
@NullMarked
package org.motcua.catalogue.exchanging.opendata;

import org.jspecify.annotations.NullMarked;
