package org.motcua.platform.web.ui;

import gg.jte.Content;

/** One of several panels on the same page. */
public record Tab(String id, String label, Content content) {}
