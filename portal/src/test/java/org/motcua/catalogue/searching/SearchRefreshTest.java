package org.motcua.catalogue.searching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.motcua.catalogue.searching.SearchResults.Hit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever changes the table, by whatever way: the index of every node hears of it. */
@SpringBootTest
@AutoConfigureMockMvc
class SearchRefreshTest {

  @Autowired private ProcedureSearch search;
  @Autowired private JdbcClient jdbc;

  @Test
  void aProcedureIsFoundByItsNewNameAndGoneWhenItIsDeleted() {
    copy("9.000001", "Cấp phép nuôi rồng lửa");
    await().until(() -> finds("nuoi rong lua", "9.000001"));

    jdbc.sql(
            """
            update catalogue.procedure
            set content = jsonb_set(content, '{name}', '"Cấp phép thả diều giấy"')
            where code = '9.000001'
            """)
        .update();
    await().until(() -> finds("tha dieu giay", "9.000001"));
    assertThat(finds("nuoi rong lua", "9.000001")).isFalse();

    jdbc.sql("delete from catalogue.procedure where code = '9.000001'").update();
    await().until(() -> !finds("tha dieu giay", "9.000001"));
  }

  @Test
  void aNodeThatLostItsConnectionHearsWhatItMissed() {
    endListening();
    copy("9.000002", "Đăng ký trồng mây trời");

    await().until(() -> finds("trong may troi", "9.000002"));

    jdbc.sql("delete from catalogue.procedure where code = '9.000002'").update();
    await().until(() -> !finds("trong may troi", "9.000002"));
  }

  private void copy(String code, String name) {
    jdbc.sql(
            """
            insert into catalogue.procedure (code, name, content, state, version, effective_from)
            select :code, :name,
                   jsonb_set(jsonb_set(content, '{code}', to_jsonb(:code::text)), '{name}', to_jsonb(:name::text)),
                   state, version, effective_from
            from catalogue.procedure where code = '1.001612'
            """)
        .param("code", code)
        .param("name", name)
        .update();
  }

  private void endListening() {
    jdbc.sql(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where application_name = 'motcua notices' and datname = current_database()
            """)
        .query(Long.class)
        .single();
  }

  private boolean finds(String query, String code) {
    return search.search(SearchRequest.of(query, 3)).hits().stream()
        .map(Hit::code)
        .anyMatch(it -> it.value().equals(code));
  }
}
