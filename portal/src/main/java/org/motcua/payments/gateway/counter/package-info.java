/** Payment at an agency's counter: an officer takes the money and records it. */
@NullMarked
package org.motcua.payments.gateway.counter;

import org.jspecify.annotations.NullMarked;
