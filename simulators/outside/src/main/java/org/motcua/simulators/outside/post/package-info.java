/**
 * The postal operator: takes letters with results of dossiers, gives them tracking numbers, and
 * moves them on by a visitor's hand or by itself.
 */
@NullMarked
package org.motcua.simulators.outside.post;

import org.jspecify.annotations.NullMarked;
