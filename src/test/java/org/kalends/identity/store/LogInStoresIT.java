package org.kalends.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.identity.Secret;
import org.kalends.support.TestDatabase;

class LogInStoresIT {

    private static final Duration IDLE = Duration.ofHours(12);
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final SessionStore sessions = new SessionStore();
    private final LoginFailureStore failures = new LoginFailureStore();
    private final UUID person = UUID.randomUUID();

    @BeforeEach
    void onePerson() {
        sessions.jdbi = jdbi;
        failures.jdbi = jdbi;
        jdbi.useHandle(handle -> handle.execute(
                "insert into principal (id, kind, login, name, address, zone, language, words)"
                        + " values (?, 'USER', 'p', 'P', 'p@kalends.test', 'UTC', 'en', 'p')",
                person));
    }

    private Secret session(String usedAgo, String expiresIn) {
        var token = Secret.random();
        jdbi.useHandle(handle -> handle.execute(
                "insert into session (token_hash, principal_id, csrf_token, used, expires) values (?, ?, 'x',"
                        + " clock_timestamp() - ?::interval, clock_timestamp() + ?::interval)",
                token.hash(),
                person,
                usedAgo,
                expiresIn));
        return token;
    }

    @Test
    void aSessionIsOverWhenItWasNotUsedForTooLong() {
        assertThat(sessions.find(session("11 hours 59 minutes", "1 day").hash(), IDLE))
                .isPresent();
        assertThat(sessions.find(session("12 hours", "1 day").hash(), IDLE)).isEmpty();
    }

    @Test
    void aSessionIsOverAtItsEndHoweverLatelyItWasUsed() {
        assertThat(sessions.find(session("0 seconds", "1 minute").hash(), IDLE)).isPresent();
        assertThat(sessions.find(session("0 seconds", "0 seconds").hash(), IDLE))
                .isEmpty();
    }

    @Test
    void useProlongsIdlenessButNotTheEnd() {
        var token = session("11 hours", "1 hour");
        sessions.find(token.hash(), IDLE);
        var left =
                jdbi.withHandle(handle -> handle.select("select extract(epoch from clock_timestamp() - used) || ' ' ||"
                                + " (expires > clock_timestamp() + interval '1 hour') from session")
                        .mapTo(String.class)
                        .one());
        assertThat(Double.parseDouble(left.split(" ")[0])).isLessThan(60);
        assertThat(left).endsWith("false");
    }

    @Test
    void whoHasTooManySessionsLosesThoseUsedLongestAgo() {
        var oldest = session("3 hours", "1 day");
        var kept = List.of(session("1 hour", "1 day"), session("2 hours", "1 day"));
        sessions.keepNewest(person, 2);
        assertThat(sessions.find(oldest.hash(), IDLE)).isEmpty();
        assertThat(kept).allMatch(token -> sessions.find(token.hash(), IDLE).isPresent());
    }

    @Test
    void onlyWhatIsOverIsRemoved() {
        session("13 hours", "1 day");
        session("0 seconds", "-1 second");
        var live = session("1 hour", "1 day");
        assertThat(sessions.removeOver(IDLE, 100)).isEqualTo(2);
        assertThat(sessions.removeOver(IDLE, 100)).isZero();
        assertThat(sessions.find(live.hash(), IDLE)).isPresent();
    }

    @Test
    void aNodePassesOverWhatAnotherIsRemovingAndDoesNotWait() {
        session("13 hours", "1 day");
        session("14 hours", "1 day");
        try (Handle other = jdbi.open()) {
            other.begin();
            assertThat(other.execute(
                            "delete from session where used < clock_timestamp() - interval '13 hours 30 minutes'"))
                    .isEqualTo(1);
            assertThat(sessions.removeOver(IDLE, 100)).isEqualTo(1);
            other.commit();
        }
        assertThat(sessions.removeOver(IDLE, 100)).isZero();
    }

    @Test
    void oldFailuresAreForgottenAndFreshOnesGoOnCounting() {
        jdbi.useHandle(handle -> handle.execute(
                "insert into login_failure values ('account old', 9, clock_timestamp() - interval '6 minutes'),"
                        + " ('account fresh', 9, clock_timestamp() - interval '4 minutes')"));
        assertThat(failures.removeOlderThan(WINDOW, 100)).isEqualTo(1);
        assertThat(failures.counts(Set.of("account old", "account fresh"), WINDOW))
                .containsExactly(java.util.Map.entry("account fresh", 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit set subject = 'x'", "delete from audit", "truncate audit"})
    void theDatabaseRefusesToChangeWhatTheAuditLogSays(String statement) {
        jdbi.useHandle(handle ->
                handle.execute("insert into audit (id, action, subject) values (gen_random_uuid(), 'log-in', 'p')"));
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
                .isInstanceOf(JdbiException.class)
                .hasMessageContaining("append-only");
        int left = jdbi.withHandle(handle -> handle.select("select count(*) from audit where subject = 'p'")
                .mapTo(Integer.class)
                .one());
        assertThat(left).isEqualTo(1);
    }
}
