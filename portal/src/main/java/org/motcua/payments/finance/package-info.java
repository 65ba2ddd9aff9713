/** The finance desk: accountants find payments, see all that has happened to one, and act on it. */
@NullMarked
package org.motcua.payments.finance;

import org.jspecify.annotations.NullMarked;
