/**
 * The electricity company: takes requests for power, gives them document codes of its own and tells
 * how far they are.
 */
@NullMarked
package org.motcua.exchange.electricity;

import org.jspecify.annotations.NullMarked;
