/** Takes files in, looks at what they really are, keeps them. */
@NullMarked
package org.motcua.documents.storing;

import org.jspecify.annotations.NullMarked;
