/** The keys that sign tokens and their exchange, and what a person is called at each agency. */
@NullMarked
package org.motcua.connect.keys;

import org.jspecify.annotations.NullMarked;
