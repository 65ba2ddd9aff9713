/** The people and the client with whom a demonstration begins. */
@NullMarked
package org.motcua.identity.demo;

import org.jspecify.annotations.NullMarked;
