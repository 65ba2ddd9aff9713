/** Made-up people who sign in at clients that are still being built. */
@NullMarked
package org.motcua.connect.sandbox;

import org.jspecify.annotations.NullMarked;
