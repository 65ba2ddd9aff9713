/** Where agencies are paid: their administrators keep the account. */
@NullMarked
package org.motcua.payments.accounts;

import org.jspecify.annotations.NullMarked;
