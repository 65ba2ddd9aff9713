/** The provider of tokens: its keys, its clients, what it writes into a token. */
@NullMarked
package org.motcua.identity.tokens;

import org.jspecify.annotations.NullMarked;
