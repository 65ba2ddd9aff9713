/** The postal operator: takes letters with results, gives them numbers and tells where they are. */
@NullMarked
package org.motcua.exchange.post;

import org.jspecify.annotations.NullMarked;
