package org.motcua.organisation.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.OfficerId;
import org.motcua.organisation.Post;
import org.motcua.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPostStore implements PostStore {

  private final JdbcClient jdbc;

  JdbcPostStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Post> listOf(OfficerId officer) {
    return jdbc.sql(
            """
            select officer, agency, role from organisation.post
            where officer = :officer order by agency, role
            """)
        .param("officer", officer.value())
        .query(JdbcPostStore::post)
        .list();
  }

  @Override
  public List<Post> listAt(AgencyId agency) {
    return jdbc.sql(
            """
            select officer, agency, role from organisation.post
            where agency = :agency order by role, officer
            """)
        .param("agency", agency.value())
        .query(JdbcPostStore::post)
        .list();
  }

  @Override
  public boolean add(Post post) {
    return change(
        """
        insert into organisation.post (officer, agency, role) values (:officer, :agency, :role)
        on conflict do nothing
        """,
        post);
  }

  @Override
  public boolean remove(Post post) {
    return change(
        """
        delete from organisation.post
        where officer = :officer and agency = :agency and role = :role
        """,
        post);
  }

  private boolean change(String sql, Post post) {
    return jdbc.sql(sql)
            .param("officer", post.officer().value())
            .param("agency", post.agency().value())
            .param("role", post.role().name())
            .update()
        == 1;
  }

  private static Post post(ResultSet row, int number) throws SQLException {
    return new Post(
        new OfficerId(row.getObject("officer", UUID.class)),
        new AgencyId(row.getString("agency")),
        Role.valueOf(row.getString("role")));
  }
}
