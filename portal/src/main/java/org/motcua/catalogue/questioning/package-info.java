/**
 * Questions on procedures: asked by anybody, answered by the competent agency, edited, published,
 * and found helpful or not by those who read them.
 */
@NullMarked
package org.motcua.catalogue.questioning;

import org.jspecify.annotations.NullMarked;
