/** What becomes of sign-ons: whom they tell of, how they end, when they are forgotten. */
@NullMarked
package org.motcua.connect.signons;

import org.jspecify.annotations.NullMarked;
