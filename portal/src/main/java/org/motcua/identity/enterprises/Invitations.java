package org.motcua.identity.enterprises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.motcua.identity.AccountId;
import org.motcua.identity.Power;
import org.motcua.identity.model.CitizenId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invitations that nobody has answered. */
@Repository
class Invitations {

  private static final String SELECT = "select * from identity.enterprise_invitation ";

  private final JdbcClient jdbc;

  Invitations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In place of an earlier one for the same person. */
  void put(Invitation invitation) {
    jdbc.sql(
            """
            insert into identity.enterprise_invitation
              (id, enterprise_id, citizen_id, name, powers, invited_by, invited_at, ends_at)
            values (:id, :enterprise, :citizenId, :name, :powers, :by, :at, :endsAt)
            on conflict (enterprise_id, citizen_id) do update
              set id = :id, name = :name, powers = :powers, invited_by = :by, invited_at = :at,
                  ends_at = :endsAt
            """)
        .param("id", invitation.id())
        .param("enterprise", invitation.enterprise().value())
        .param("citizenId", invitation.citizenId().digits())
        .param("name", invitation.name())
        .param("powers", invitation.powers().stream().map(Power::name).toArray(String[]::new))
        .param("by", invitation.invitedBy().value())
        .param("at", invitation.invitedAt().atOffset(ZoneOffset.UTC))
        .param("endsAt", invitation.endsAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Invitation> findForUpdate(UUID id) {
    return jdbc.sql(SELECT + "where id = :id for update")
        .param("id", id)
        .query((row, number) -> invitation(row))
        .optional();
  }

  /** The newest first. */
  List<Invitation> listOf(AccountId enterprise, Instant now) {
    return jdbc.sql(
            SELECT
                + """
                where enterprise_id = :enterprise and ends_at > :now order by invited_at desc
                """)
        .param("enterprise", enterprise.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, number) -> invitation(row))
        .list();
  }

  /** Under any number by which one person is known. */
  List<Invitation> listFor(Collection<CitizenId> numbers, Instant now) {
    return jdbc.sql(
            SELECT + "where citizen_id = any(:numbers) and ends_at > :now order by invited_at desc")
        .param("numbers", numbers.stream().map(CitizenId::digits).toArray(String[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, number) -> invitation(row))
        .list();
  }

  boolean remove(UUID id) {
    return jdbc.sql("delete from identity.enterprise_invitation where id = :id")
            .param("id", id)
            .update()
        == 1;
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    var powers =
        Arrays.stream((String[]) row.getArray("powers").getArray())
            .map(Power::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Power.class)));
    return new Invitation(
        row.getObject("id", UUID.class),
        new AccountId(row.getObject("enterprise_id", UUID.class)),
        new CitizenId(row.getString("citizen_id")),
        row.getString("name"),
        powers,
        new AccountId(row.getObject("invited_by", UUID.class)),
        row.getObject("invited_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant());
  }
}
