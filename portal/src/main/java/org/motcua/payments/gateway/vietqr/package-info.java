/** Payment by a VietQR code with any bank's own application. */
@NullMarked
package org.motcua.payments.gateway.vietqr;

import org.jspecify.annotations.NullMarked;
