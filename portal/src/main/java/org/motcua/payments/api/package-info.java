/** Payments for programs: asked for, looked at, cancelled and given back. */
@NullMarked
package org.motcua.payments.api;

import org.jspecify.annotations.NullMarked;
