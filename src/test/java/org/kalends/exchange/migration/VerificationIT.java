package org.kalends.exchange.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;
import org.kalends.support.Planning;

/** What Exchange shows, counted by itself, against what is here. */
class VerificationIT {

    private static final int MAILBOXES = 10;
    private static final int ITEMS = 1_000;

    private final KalendsServer server = FaultyServer.shared().server();
    private final ExchangeSim exchange = FaultyServer.shared().exchange();
    private final ApiClient admin = ApiClient.loggedIn(server, "admin");
    private final Moves moves = new Moves(server, admin);

    @AfterEach
    void keepsToTheSchema() {
        assertThat(exchange.violations()).isEmpty();
    }

    private static SimItem at(LocalDate day, int hour, String title) {
        var start = day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
        return SimItem.named(
                title, start.toString(), start.plus(Duration.ofMinutes(45)).toString());
    }

    private static SimItem repeating(LocalDate first, String title, String pattern, String range) {
        return at(first, 6, title)
                .with("CalendarItemType", "RecurringMaster")
                .with("Recurrence", pattern + range.formatted(first));
    }

    /** Single ones, series without an end, with one, and by number, within a year and beyond. */
    private static SimItem any(Random random, int i, LocalDate today) {
        var day = today.plusDays(random.nextInt(900) - 450);
        return switch (i % 20) {
            case 1 -> repeating(
                    day,
                    "Daily " + i,
                    "<t:DailyRecurrence><t:Interval>" + (1 + i % 3) + "</t:Interval></t:DailyRecurrence>",
                    "<t:NumberedRecurrence><t:StartDate>%s</t:StartDate><t:NumberOfOccurrences>40</t:NumberOfOccurrences>"
                            + "</t:NumberedRecurrence>");
            case 2 -> repeating(
                    today.minusDays(400).with(DayOfWeek.TUESDAY),
                    "Weekly " + i,
                    "<t:WeeklyRecurrence><t:Interval>" + (1 + i % 2)
                            + "</t:Interval><t:DaysOfWeek>Tuesday</t:DaysOfWeek>"
                            + "<t:FirstDayOfWeek>Monday</t:FirstDayOfWeek></t:WeeklyRecurrence>",
                    "<t:NoEndRecurrence><t:StartDate>%s</t:StartDate></t:NoEndRecurrence>");
            case 3 -> repeating(
                    today.minusDays(300 + i % 90).withDayOfMonth(15),
                    "Monthly " + i,
                    "<t:AbsoluteMonthlyRecurrence><t:Interval>1</t:Interval><t:DayOfMonth>15</t:DayOfMonth>"
                            + "</t:AbsoluteMonthlyRecurrence>",
                    "<t:EndDateRecurrence><t:StartDate>%s</t:StartDate><t:EndDate>" + today.plusDays(200)
                            + "</t:EndDate></t:EndDateRecurrence>");
            default -> at(day, 7 + i % 9, "Single " + i);
        };
    }

    private JsonNode verified(Person person) {
        return moves.moved(person, ",\"verifyOnly\":true").get("verified");
    }

    @Test
    void x01TenMailboxesShowWhatExchangeShowsOfThem() {
        var random = new Random(1);
        var today = LocalDate.now(ZoneOffset.UTC);
        var people =
                IntStream.range(0, MAILBOXES).mapToObj(i -> moves.somebody()).toList();
        for (var person : people) {
            var mailbox = exchange.mailbox(person.address());
            IntStream.range(0, ITEMS).forEach(i -> mailbox.holding(any(random, i, today)));
        }
        var jobs = people.stream().map(person -> moves.begun(person, "")).toList();
        for (var id : jobs) {
            var job = moves.when(id, "done");
            assertThat(job.at("/counts/created").asInt()).isEqualTo(ITEMS);
            assertThat(job.get("total").asInt()).isEqualTo(ITEMS);
            var verified = job.get("verified");
            assertThat(moves.noted(id)).isEmpty();
            assertThat(verified.get("there").asInt())
                    .isGreaterThan(ITEMS)
                    .isEqualTo(verified.get("here").asInt());
            assertThat(verified.get("differing").asInt()).isZero();
        }
    }

    @Test
    void whatIsShownOtherwiseIsToldOfEventByEvent() {
        var person = moves.somebody();
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(10);
        var mailbox = exchange.mailbox(person.address());
        var gone = at(day, 7, "Only here");
        mailbox.holding(at(day, 6, "Same"), gone);
        moves.moved(person, "");
        mailbox.remove(gone);
        mailbox.holding(at(day, 8, "Only there"));
        var job = moves.moved(person, ",\"verifyOnly\":true");
        assertThat(job.get("verified").toString()).isEqualTo("{\"there\":2,\"here\":2,\"differing\":2}");
        assertThat(job.at("/counts/seen").asInt()).isZero();
        var noted = moves.noted(job.get("id").asText());
        assertThat(noted.findValuesAsText("action")).containsOnly("differs");
        assertThat(noted.findValuesAsText("reason"))
                .anySatisfy(reason ->
                        assertThat(reason).startsWith("Exchange shows 1").endsWith("Kalends 0"))
                .anySatisfy(reason ->
                        assertThat(reason).startsWith("Exchange shows 0").endsWith("Kalends 1"));
    }

    @Test
    void whatWasMadeHereDoesNotCount() {
        var person = moves.somebody();
        exchange.mailbox(person.address()).holding(at(LocalDate.now(ZoneOffset.UTC), 6, "Theirs"));
        moves.moved(person, "");
        var ours = Planning.timed("Ours", LocalDate.now(ZoneOffset.UTC).plusDays(3), "10:00", "11:00");
        assertThat(person.api().post("/api/v1/events", ours.toString()).status())
                .isEqualTo(201);
        assertThat(verified(person).toString()).isEqualTo("{\"there\":1,\"here\":1,\"differing\":0}");
    }

    @Test
    void aVerificationIsNoDryRun() {
        var answer = moves.start(
                ",\"verifyOnly\":true,\"dryRun\":true", moves.somebody().address());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString()).contains("verifyOnly");
    }
}
