/** Opening an account: who one is, a phone, a password, and the code that comes to the phone. */
@NullMarked
package org.motcua.identity.registering;

import org.jspecify.annotations.NullMarked;
