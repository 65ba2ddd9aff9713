/** Editors teach the search: everyday words, and what people looked for in vain. */
@NullMarked
package org.motcua.catalogue.teaching;

import org.jspecify.annotations.NullMarked;
