/** Which addresses need whom, and how one gets back to where one was. */
@NullMarked
package org.motcua.identity.access;

import org.jspecify.annotations.NullMarked;
