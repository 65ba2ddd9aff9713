/** What editors teach the search, and what people looked for in vain. */
@NullMarked
package org.motcua.catalogue.searching.model;

import org.jspecify.annotations.NullMarked;
