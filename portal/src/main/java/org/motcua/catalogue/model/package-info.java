/** Where procedures are kept. */
@NullMarked
package org.motcua.catalogue.model;

import org.jspecify.annotations.NullMarked;
