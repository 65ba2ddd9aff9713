package org.motcua.identity.attempts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.motcua.platform.web.Language;

/** A request of somebody on his way in, and its answer. */
record Visit(Language language, HttpServletRequest request, HttpServletResponse response) {}
