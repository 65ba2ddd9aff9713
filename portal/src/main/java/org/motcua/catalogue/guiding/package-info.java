/**
 * Guides people before they file anything: what a moment in life asks of them, step by step, and
 * for each procedure the list of papers that is their own.
 *
 * <p>What depends on the person is data: {@code seed/catalogue/checklists}, written by people who
 * know the law and need no programming. Nothing that is answered here is stored.
 */
@NullMarked
package org.motcua.catalogue.guiding;

import org.jspecify.annotations.NullMarked;
