package org.motcua.simulators.outside.authority;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate and the key that goes with it: what lies on a token. */
record Credential(X509Certificate certificate, PrivateKey key) {}
