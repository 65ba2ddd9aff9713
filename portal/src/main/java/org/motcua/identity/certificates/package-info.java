/**
 * Certificates (X.509): a person signs a text of ours with the own tool, and the signature says who
 * it is. The signature, the chain to a trusted authority, validity, purpose and revocation are
 * checked; the number in the subject leads to the account.
 */
@NullMarked
package org.motcua.identity.certificates;

import org.jspecify.annotations.NullMarked;
