/** Proposals: how they stand, who may move them, where they are kept. */
@NullMarked
package org.motcua.catalogue.proposing.model;

import org.jspecify.annotations.NullMarked;
