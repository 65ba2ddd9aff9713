/** What the national portal tells by itself (Standard Webhooks): checked, kept, and shown. */
@NullMarked
package org.motcua.simulators.agency.webhooks;

import org.jspecify.annotations.NullMarked;
