package org.motcua.documents;

/** One thing that a certificate says and that everybody who holds its code may read. */
public record Fact(Bilingual label, Bilingual value) {}
