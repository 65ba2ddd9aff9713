/** Clients for a demonstration. */
@NullMarked
package org.motcua.connect.demo;

import org.jspecify.annotations.NullMarked;
