@NullMarked
package org.motcua;

import org.jspecify.annotations.NullMarked;
