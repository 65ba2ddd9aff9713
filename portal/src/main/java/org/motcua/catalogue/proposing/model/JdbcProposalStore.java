package org.motcua.catalogue.proposing.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motcua.catalogue.ProcedureCode;
import org.motcua.catalogue.proposing.text.DraftText;
import org.motcua.catalogue.proposing.text.Section;
import org.motcua.identity.AccountId;
import org.motcua.organisation.AgencyId;
import org.motcua.platform.ids.NewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcProposalStore implements ProposalStore {

  private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
  private static final TypeReference<EnumMap<Section, SavedSection>> SAVED =
      new TypeReference<>() {};

  /** Each list's condition is that of the index made for it. */
  private static final Map<WorkList, String> CONDITIONS =
      Map.of(
          WorkList.MINE, "agency = :agency and state in ('DRAFT', 'PROPOSED', 'APPROVED')",
          WorkList.RETURNED, "agency = :agency and state = 'RETURNED'",
          WorkList.TO_APPROVE, "authority = :authority and state = 'PROPOSED'",
          WorkList.TO_PUBLISH, "publisher = :authority and state = 'APPROVED'",
          WorkList.PUBLISHED, "authority = :authority and state = 'PUBLISHED'");

  /** For the office that publishes what others propose. */
  private static final String PUBLISHED_BY = "publisher = :authority and state = 'PUBLISHED'";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcProposalStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public boolean add(Proposal proposal) {
    return with(
                proposal,
                """
                insert into catalogue.proposal
                    (id, kind, agency, authority, publisher, code, base_version, name, content, answers, saved,
                     authors, state, state_by, state_by_name, state_at, state_comment, state_version, revision,
                     created_at, changed_at)
                values
                    (:id, :kind, :agency, :authority, :publisher, :code, :baseVersion, :name, :content::jsonb,
                     :answers::jsonb, :saved::jsonb, :authors::uuid[], :state, :stateBy, :stateByName, :stateAt,
                     :stateComment, :stateVersion, :revision, :createdAt, :changedAt)
                on conflict (id) do nothing
                """)
            .param("kind", proposal.kind().name())
            .param("agency", proposal.agency().value())
            .param("authority", proposal.authority().value())
            .param("publisher", proposal.publisher().value())
            .param("code", proposal.code() == null ? null : proposal.code().value())
            .param("createdAt", timestamp(proposal.createdAt()))
            .update()
        == 1;
  }

  @Override
  public void save(Proposal proposal) {
    with(
            proposal,
            """
            update catalogue.proposal
            set base_version = :baseVersion, name = :name, content = :content::jsonb, answers = :answers::jsonb,
                saved = :saved::jsonb, authors = :authors::uuid[], state = :state, state_by = :stateBy,
                state_by_name = :stateByName, state_at = :stateAt, state_comment = :stateComment,
                state_version = :stateVersion, revision = :revision, changed_at = :changedAt
            where id = :id
            """)
        .update();
  }

  @Override
  public Optional<Proposal> find(ProposalId id) {
    return one(id, "");
  }

  @Override
  public Optional<Proposal> findForUpdate(ProposalId id) {
    return one(id, " for update");
  }

  private Optional<Proposal> one(ProposalId id, String locking) {
    return jdbc.sql("select * from catalogue.proposal where id = :id" + locking)
        .param("id", id.value())
        .query(this::proposal)
        .optional();
  }

  @Override
  public List<Proposal> listOpen(ProcedureCode code) {
    return jdbc.sql(
            """
            select * from catalogue.proposal
            where code = :code and state in ('DRAFT', 'PROPOSED', 'APPROVED', 'RETURNED')
            order by created_at
            limit 20
            """)
        .param("code", code.value())
        .query(this::proposal)
        .list();
  }

  @Override
  public List<Proposal> list(
      WorkList list,
      AgencyId agency,
      AgencyId authority,
      @Nullable Kind kind,
      @Nullable ProposalKey after,
      int limit) {
    var query =
        jdbc.sql(
                """
                select * from catalogue.proposal
                where %s %s %s
                order by changed_at desc, id desc
                limit :limit
                """
                    .formatted(
                        condition(list, authority),
                        kind == null ? "" : "and kind = :kind",
                        after == null ? "" : "and (changed_at, id) < (:at, :id)"))
            .param("agency", agency.value())
            .param("authority", authority.value())
            .param("limit", limit);
    if (kind != null) query = query.param("kind", kind.name());
    if (after != null) {
      query = query.param("at", timestamp(after.changedAt())).param("id", after.id().value());
    }
    return query.query(this::proposal).list();
  }

  private static String condition(WorkList list, AgencyId authority) {
    return list == WorkList.PUBLISHED && authority.equals(Publishers.GOVERNMENT_OFFICE)
        ? PUBLISHED_BY
        : Objects.requireNonNull(CONDITIONS.get(list));
  }

  @Override
  public Map<WorkList, Long> count(AgencyId agency, AgencyId authority) {
    var counts = new EnumMap<WorkList, Long>(WorkList.class);
    for (var list :
        List.of(WorkList.MINE, WorkList.RETURNED, WorkList.TO_APPROVE, WorkList.TO_PUBLISH)) {
      counts.put(
          list,
          jdbc.sql("select count(*) from catalogue.proposal where " + condition(list, authority))
              .param("agency", agency.value())
              .param("authority", authority.value())
              .query(Long.class)
              .single());
    }
    return counts;
  }

  @Override
  public void append(ProposalId id, Entry entry) {
    jdbc.sql(
            """
            insert into catalogue.proposal_entry (id, proposal, at, event, by_account, by_name, comment)
            values (:id, :proposal, :at, :event, :account, :name, :comment)
            """)
        .param("id", NewId.next())
        .param("proposal", id.value())
        .param("at", timestamp(entry.at()))
        .param("event", entry.event().name())
        .param("account", entry.by().account().value())
        .param("name", entry.by().name())
        .param("comment", entry.comment())
        .update();
  }

  @Override
  public List<Entry> historyOf(ProposalId id) {
    return jdbc.sql("select * from catalogue.proposal_entry where proposal = :id order by id")
        .param("id", id.value())
        .query(
            (row, number) ->
                new Entry(
                    instant(row, "at"),
                    Entry.Event.valueOf(row.getString("event")),
                    new Who(
                        new AccountId(row.getObject("by_account", UUID.class)),
                        row.getString("by_name")),
                    row.getString("comment")))
        .list();
  }

  private StatementSpec with(Proposal proposal, String sql) {
    var state = Facts.of(proposal.state());
    return jdbc.sql(sql)
        .param("id", proposal.id().value())
        .param("baseVersion", proposal.baseVersion())
        .param("name", proposal.text().name())
        .param("content", proposal.text().toJson())
        .param("answers", json.writeValueAsString(proposal.answers()))
        .param("saved", json.writeValueAsString(proposal.saved()))
        .param(
            "authors",
            proposal.authors().stream()
                .map(author -> author.value().toString())
                .collect(Collectors.joining(",", "{", "}")))
        .param("state", proposal.stage().name())
        .param("stateBy", state.by() == null ? null : state.by().account().value())
        .param("stateByName", state.by() == null ? null : state.by().name())
        .param("stateAt", state.at() == null ? null : timestamp(state.at()))
        .param("stateComment", state.comment())
        .param("stateVersion", state.version())
        .param("revision", proposal.revision())
        .param("changedAt", timestamp(proposal.changedAt()));
  }

  private Proposal proposal(ResultSet row, int number) throws SQLException {
    var code = row.getString("code");
    return new Proposal(
        new ProposalId(row.getObject("id", UUID.class)),
        Kind.valueOf(row.getString("kind")),
        new AgencyId(row.getString("agency")),
        new AgencyId(row.getString("authority")),
        new AgencyId(row.getString("publisher")),
        code == null ? null : new ProcedureCode(code),
        row.getObject("base_version", Integer.class),
        DraftText.read(row.getString("content")),
        json.readValue(row.getString("answers"), ANSWERS),
        json.readValue(row.getString("saved"), SAVED),
        Arrays.stream((UUID[]) row.getArray("authors").getArray())
            .map(AccountId::new)
            .collect(Collectors.toUnmodifiableSet()),
        state(row),
        row.getInt("revision"),
        instant(row, "created_at"),
        instant(row, "changed_at"));
  }

  private static State state(ResultSet row) throws SQLException {
    var stage = Stage.valueOf(row.getString("state"));
    if (stage == Stage.DRAFT) return new State.Draft();
    var by =
        new Who(
            new AccountId(row.getObject("state_by", UUID.class)), row.getString("state_by_name"));
    var at = instant(row, "state_at");
    return switch (stage) {
      case DRAFT -> new State.Draft();
      case PROPOSED -> new State.Proposed(by, at);
      case APPROVED -> new State.Approved(by, at);
      case RETURNED -> new State.Returned(by, at, row.getString("state_comment"));
      case PUBLISHED -> new State.Published(by, at, row.getInt("state_version"));
      case DISCARDED -> new State.Discarded(by, at);
    };
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column).toInstant();
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** What a state says besides its name. */
  private record Facts(
      @Nullable Who by, @Nullable Instant at, @Nullable String comment, @Nullable Integer version) {

    static Facts of(State state) {
      return switch (state) {
        case State.Draft draft -> new Facts(null, null, null, null);
        case State.Proposed(Who by, Instant at) -> new Facts(by, at, null, null);
        case State.Approved(Who by, Instant at) -> new Facts(by, at, null, null);
        case State.Returned(Who by, Instant at, String comment) -> new Facts(by, at, comment, null);
        case State.Published(Who by, Instant at, int version) -> new Facts(by, at, null, version);
        case State.Discarded(Who by, Instant at) -> new Facts(by, at, null, null);
      };
    }
  }
}
