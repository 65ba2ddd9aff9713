package org.motcua.documents.storing;

import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Counts a PDF's pages in their tree: the number that the file gives may be a lie, and a branch may
 * hang in the tree a thousand times over, so that a small file has pages without end.
 */
final class PdfPages {

  private static final int DEEPEST = 100;

  private final Map<COSDictionary, Long> counted = new IdentityHashMap<>();
  private final long enough;

  /** Up to {@code most}, then any number above; whatever the file says, if that is more. */
  static long count(PDDocument pdf, int most) {
    var root = pdf.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
    if (root == null) return 0;
    return Math.max(root.getInt(COSName.COUNT, 0), new PdfPages(most + 1L).below(root, 0));
  }

  private PdfPages(long enough) {
    this.enough = enough;
  }

  private long below(COSDictionary node, int depth) {
    if (depth > DEEPEST) throw new IllegalArgumentException("Nested too deeply");
    var known = counted.get(node);
    if (known != null) return known;
    var count =
        node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids ? of(kids, depth) : 1;
    counted.put(node, count);
    return count;
  }

  private long of(COSArray kids, int depth) {
    var count = 0L;
    for (var index = 0; index < kids.size() && count < enough; index++) {
      if (kids.getObject(index) instanceof COSDictionary kid) count += below(kid, depth + 1);
    }
    return count;
  }
}
