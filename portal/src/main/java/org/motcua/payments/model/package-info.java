/** Payments, attempts and the books: what they are, how they may move, and how they are kept. */
@NullMarked
package org.motcua.payments.model;

import org.jspecify.annotations.NullMarked;
