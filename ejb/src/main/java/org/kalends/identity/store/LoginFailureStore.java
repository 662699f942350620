package org.kalends.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

/** How often a log-in failed lately; written in a transaction of its own, because the refused one rolls back. */
@ApplicationScoped
public class LoginFailureStore {

    @Inject
    Jdbi jdbi;

    public Map<String, Integer> counts(Collection<String> subjects, Duration window) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select subject, failures from login_failure"
                                + " where subject = any(:subjects) and since > clock_timestamp() - :window * interval '1 second'")
                .bind("subjects", subjects.toArray(String[]::new))
                .bind("window", window.toSeconds())
                .setMapKeyColumn("subject")
                .setMapValueColumn("failures")
                .collectInto(new GenericType<Map<String, Integer>>() {}));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void count(List<String> subjects, Duration window) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into login_failure as f (subject, failures, since)"
                        + " select subject, 1, clock_timestamp() from unnest(:subjects) as s(subject)"
                        + " on conflict (subject) do update set failures = case when f.since > clock_timestamp()"
                        + " - :window * interval '1 second' then f.failures + 1 else 1 end,"
                        + " since = case when f.since > clock_timestamp() - :window * interval '1 second'"
                        + " then f.since else clock_timestamp() end")
                .bind("subjects", subjects.stream().sorted().toArray(String[]::new))
                .bind("window", window.toSeconds())
                .execute());
    }

    /** At most so many whose window is over; rows that another node has locked are left to it. */
    public int removeOlderThan(Duration window, int most) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "delete from login_failure where subject in (select subject from login_failure"
                                + " where since <= clock_timestamp() - :window * interval '1 second'"
                                + " limit :most for update skip locked)")
                .bind("window", window.toSeconds())
                .bind("most", most)
                .execute());
    }

    public void forget(String subject) {
        jdbi.useHandle(handle -> handle.execute("delete from login_failure where subject = ?", subject));
    }
}
