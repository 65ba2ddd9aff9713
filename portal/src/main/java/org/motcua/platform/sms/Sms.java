package org.motcua.platform.sms;

import java.util.UUID;

/** What the operator is handed; by its id he knows one that comes twice. */
record Sms(UUID id, String to, String text) {}
