package org.motcua.catalogue.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.search.IndexSearcher;
import org.motcua.catalogue.Procedure;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.model.ProcedureStore;
import org.motcua.platform.notify.NoticeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The procedures in force, indexed for this process, filled from the database and kept up with it
 * by the database's own notices. What is shown of a hit lies in the index; no procedure is held.
 */
@Component
class ProcedureIndex implements NoticeListener, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(ProcedureIndex.class);
  private static final int BATCH = 500;

  private final ProcedureStore procedures;
  private final CurrentWords words;
  private final LocalIndex index = new LocalIndex();

  private volatile Spelling spelling = new Spelling();
  private volatile Labels labels = new Labels();

  ProcedureIndex(ProcedureStore procedures, CurrentWords words) throws IOException {
    this.procedures = procedures;
    this.words = words;
    words.teach(added -> added.forEach(text -> spelling.learn(text)));
  }

  <T> T read(LocalIndex.Reading<T> reading) {
    return index.read(reading);
  }

  Spelling spelling() {
    return spelling;
  }

  Labels labels() {
    return labels;
  }

  /** The slugs of the groups to which at least one procedure belongs. */
  Set<String> lifeEvents() {
    return read(ProcedureIndex::slugs);
  }

  private static Set<String> slugs(IndexSearcher searcher) throws IOException {
    var slugs = new HashSet<String>();
    var terms = MultiTerms.getTerms(searcher.getIndexReader(), Dimension.LIFE_EVENT.name());
    if (terms == null) return slugs;
    var each = terms.iterator();
    for (var term = each.next(); term != null; term = each.next()) slugs.add(term.utf8ToString());
    return slugs;
  }

  @Override
  public String channel() {
    return "catalogue_procedure";
  }

  /** Fills the index anew; until it is done, the old one answers. */
  @Override
  public void listening() {
    var learntSpelling = new Spelling();
    var learntLabels = new Labels();
    words.current().vocabulary().forEach(learntSpelling::learn);
    try {
      index.writer().deleteAll();
      var count = addAll(learntSpelling, learntLabels);
      index.writer().forceMerge(1);
      index.publish();
      spelling = learntSpelling;
      labels = learntLabels;
      log.info("{} procedures can be searched", count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In batches by code; the last family of a batch may go on in the next. */
  private int addAll(Spelling learningSpelling, Labels learningLabels) throws IOException {
    var count = 0;
    var waiting = new ArrayList<Procedure>();
    var batch = procedures.list(null, BATCH);
    while (!batch.isEmpty()) {
      waiting.addAll(batch);
      var next = procedures.list(batch.getLast().code(), BATCH);
      var families = new ArrayList<>(Family.of(waiting));
      waiting.clear();
      if (!next.isEmpty()) waiting.addAll(families.removeLast().members());
      for (var family : families) count += add(family, learningSpelling, learningLabels);
      batch = next;
    }
    return count;
  }

  @Override
  public void heard(List<String> codes) {
    var changed = new TreeSet<ProcedureCode>();
    codes.forEach(
        code -> ProcedureCode.parse(code).map(it -> it.national()).ifPresent(changed::add));
    try {
      for (var some : batches(List.copyOf(changed))) {
        for (var national : some)
          index.writer().deleteDocuments(ProcedureDocument.family(national));
        for (var family : Family.of(procedures.families(some))) add(family, spelling, labels);
      }
      index.publish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<ProcedureCode>> batches(List<ProcedureCode> codes) {
    var batches = new ArrayList<List<ProcedureCode>>();
    for (var begin = 0; begin < codes.size(); begin += BATCH) {
      batches.add(codes.subList(begin, Math.min(codes.size(), begin + BATCH)));
    }
    return batches;
  }

  private int add(Family family, Spelling learningSpelling, Labels learningLabels)
      throws IOException {
    index.writer().addDocuments(ProcedureDocument.of(family));
    for (var member : family.members()) {
      learningLabels.learn(member);
      if (member.code().isProvincial() && !family.orphaned(member)) continue;
      ProcedureDocument.vocabulary(member).forEach(learningSpelling::learn);
    }
    return family.members().size();
  }

  @Override
  public void destroy() throws IOException {
    index.close();
  }
}
