/** What the portal knows of the person who looks. */
@NullMarked
package org.motcua.identity.profile;

import org.jspecify.annotations.NullMarked;
