/** Clients, what people agreed to give them, and sign-ons. */
@NullMarked
package org.motcua.connect.model;

import org.jspecify.annotations.NullMarked;
