/** Where data is kept: a given PostgreSQL or the embedded one. */
@NullMarked
@NamedInterface("database")
package org.motcua.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
