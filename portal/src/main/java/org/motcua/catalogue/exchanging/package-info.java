/** The catalogue's ways in and out: files of procedures, their import and export, open data. */
@NullMarked
package org.motcua.catalogue.exchanging;

import org.jspecify.annotations.NullMarked;
