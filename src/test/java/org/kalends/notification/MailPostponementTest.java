package org.kalends.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kalends.identity.CalendarAddress;

class MailPostponementTest {

    private final MailTask task = new MailTask(
            new UUID(0, 1),
            new UUID(0, 2),
            new UUID(0, 2),
            new CalendarAddress("a#7@kalends.test"),
            MailKind.INVITATION,
            null);

    @Test
    void theWaitGrowsToAQuarterOfAnHour() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(MailPostponement::delay))
                .extracting(Duration::toSeconds)
                .containsExactly(15L, 30L, 60L, 120L, 240L, 480L, 900L, 900L);
    }

    @Test
    void theAttemptIsReadFromTheKeyAndNotFromAnAddress() {
        assertThat(MailPostponement.attempt(task.key(), task.key())).isZero();
        assertThat(MailPostponement.attempt(task.key(), task.key() + "#12")).isEqualTo(12);
    }
}
