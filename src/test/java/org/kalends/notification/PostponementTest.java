package org.kalends.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kalends.identity.CalendarAddress;
import org.kalends.outbox.Queue;

class PostponementTest {

    private final NewsTask task = new NewsTask(
            new UUID(0, 1),
            new UUID(0, 2),
            new UUID(0, 2),
            new CalendarAddress("a#7@kalends.test"),
            NewsKind.INVITATION,
            null);

    @Test
    void theWaitGrowsToAQuarterOfAnHour() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(Postponement::delay))
                .extracting(Duration::toSeconds)
                .containsExactly(15L, 30L, 60L, 120L, 240L, 480L, 900L, 900L);
    }

    @Test
    void theAttemptIsReadFromTheKeyAndNotFromAnAddress() {
        assertThat(Postponement.attempt(task.key(Queue.MAIL), task.key(Queue.MAIL)))
                .isZero();
        assertThat(Postponement.attempt(task.key(Queue.MAIL), task.key(Queue.MAIL) + "#12"))
                .isEqualTo(12);
    }
}
