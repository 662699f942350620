package org.kalends.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kalends.calendar.SubscriptionChange;
import org.kalends.calendar.SubscriptionChange.Strip;
import org.kalends.problem.CalendarException;
import org.kalends.subscription.domain.FeedHead;
import org.kalends.subscription.domain.Intervals;
import org.kalends.subscription.domain.Source;
import org.kalends.subscription.domain.SourceText;

class FeedRulesTest {

    private static final Intervals INTERVALS = new Intervals(Duration.ofHours(1), Duration.ofMinutes(15));

    @Test
    void webcalIsAnotherWordForHttps() {
        assertThat(Source.read(" webcal://Example.org/a%20b/feed.ics?key=1%2F2#top "))
                .hasToString("https://Example.org/a%20b/feed.ics?key=1%2F2");
        assertThat(Source.read("HTTP://example.org:8080")).hasToString("http://example.org:8080");
        assertThat(Source.read("https://example.org/праздники.ics"))
                .hasToString("https://example.org/%D0%BF%D1%80%D0%B0%D0%B7%D0%B4%D0%BD%D0%B8%D0%BA%D0%B8.ics");
    }

    @Test
    void aHostMayBeNamedInAnyScript() {
        assertThat(Source.read("https://пример.рф:8443/feed.ics"))
                .hasToString("https://xn--e1afmkfd.xn--p1ai:8443/feed.ics");
    }

    @Test
    void anAddressThatIsTooLongIsNone() {
        assertThatThrownBy(() -> Source.read("https://example.org/" + "x".repeat(2_000)))
                .isInstanceOf(CalendarException.class);
    }

    @Test
    void aFeedIsLookedAtAsOftenAsItSaysWithinBounds() {
        assertThat(INTERVALS.after(null, null)).isEqualTo(Duration.ofHours(1));
        assertThat(INTERVALS.after(null, Duration.ofHours(6))).isEqualTo(Duration.ofHours(6));
        assertThat(INTERVALS.after(Duration.ofDays(1), Duration.ofHours(6))).isEqualTo(Duration.ofDays(1));
        assertThat(INTERVALS.after(Duration.ofSeconds(1), null)).isEqualTo(Duration.ofMinutes(15));
        assertThat(INTERVALS.after(null, Duration.ofDays(400))).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void aFeedThatFailsIsLookedAtEverMoreRarely() {
        assertThat(INTERVALS.afterFailures(1)).isEqualTo(Duration.ofMinutes(15));
        assertThat(INTERVALS.afterFailures(3)).isEqualTo(Duration.ofHours(1));
        assertThat(INTERVALS.afterFailures(1_000)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aFeedTellsItsNameAndHowOftenItChanges(@TempDir Path folder) throws IOException {
        var feed = Files.writeString(
                folder.resolve("feed.ics"),
                "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Празд\r\n ники\r\nX-PUBLISHED-TTL:P1W\r\nBEGIN:VEVENT\r\nUID:1\r\n");
        assertThat(FeedHead.read(feed).name()).hasValue("Праздники");
        assertThat(FeedHead.read(feed).refreshed()).hasValue(Duration.ofDays(7));
        var other = Files.writeString(folder.resolve("other.ics"), "<html>");
        assertThat(FeedHead.read(other).name()).isEmpty();
    }

    @Test
    void whatIsLeftOutIsLeftOutAndTheRestStaysAsItStands() {
        var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@b\r\nSUMMARY:Talk\r\nX-OWN;A=B:kept\r\n"
                + "ATTENDEE:mailto:a@b\r\nATTACH:https://b/a\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n"
                + "END:VEVENT\r\nEND:VCALENDAR\r\n";
        var calendar = UUID.randomUUID();
        var bare = new SourceText(calendar, Set.of(Strip.ALARMS, Strip.ATTACHMENTS));
        assertThat(bare.of(text).text())
                .contains("UID:" + bare.uid("a@b"), "SUMMARY:Talk", "X-OWN;A=B:kept")
                .doesNotContain("ATTENDEE", "ATTACH", "VALARM");
        assertThat(new SourceText(calendar, Set.of()).of(text).text()).contains("VALARM", "ATTACH");
        assertThat(new SourceText(UUID.randomUUID(), Set.of()).uid("a@b")).isNotEqualTo(bare.uid("a@b"));
    }

    @Test
    void whatWasSaidLastCounts() {
        var change = SubscriptionChange.NONE
                .leaving(Strip.TODOS)
                .keeping(Strip.TODOS)
                .leaving(Strip.ALARMS);
        assertThat(change.left()).containsExactly(Strip.ALARMS);
        assertThat(change.kept()).containsExactly(Strip.TODOS);
    }
}
