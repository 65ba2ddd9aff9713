/** Units, agencies, calendar and posts: rules and stores, free of the web. */
@NullMarked
package org.motcua.organisation.model;

import org.jspecify.annotations.NullMarked;
