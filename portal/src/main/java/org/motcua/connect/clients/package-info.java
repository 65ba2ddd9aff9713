/** Clients as every node knows them, their secrets, and what they do. */
@NullMarked
package org.motcua.connect.clients;

import org.jspecify.annotations.NullMarked;
