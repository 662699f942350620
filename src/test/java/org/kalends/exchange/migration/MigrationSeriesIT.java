package org.kalends.exchange.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.support.Planning.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kalends.exchange.sim.ExchangeSim;
import org.kalends.exchange.sim.SimItem;
import org.kalends.support.ApiClient;
import org.kalends.support.FaultyServer;
import org.kalends.support.KalendsServer;
import org.kalends.support.Person;

/** X9: series of whole days, over a change of clocks, in zones without a name, with instances that are other. */
class MigrationSeriesIT {

    private static final String BERLIN = "W. Europe Standard Time";

    private final KalendsServer server = FaultyServer.shared().server();
    private final ExchangeSim exchange = FaultyServer.shared().exchange();
    private final Moves moves = new Moves(server, ApiClient.loggedIn(server, "admin"));
    private final Person person = moves.somebody();

    @AfterEach
    void keepsToTheSchema() {
        assertThat(exchange.violations()).isEmpty();
    }

    private static SimItem series(String title, String start, String end, String pattern, String first) {
        return SimItem.named(title, start, end)
                .with("CalendarItemType", "RecurringMaster")
                .with(
                        "Recurrence",
                        pattern + "<t:NumberedRecurrence><t:StartDate>" + first
                                + "</t:StartDate><t:NumberOfOccurrences>4</t:NumberOfOccurrences></t:NumberedRecurrence>");
    }

    private static SimItem mondays(String title) {
        return series(
                title,
                "2027-03-15T09:00:00Z",
                "2027-03-15T10:00:00Z",
                "<t:WeeklyRecurrence><t:Interval>1</t:Interval><t:DaysOfWeek>Monday</t:DaysOfWeek>"
                        + "<t:FirstDayOfWeek>Monday</t:FirstDayOfWeek></t:WeeklyRecurrence>",
                "2027-03-15");
    }

    private static SimItem days(String title) {
        return series(
                        title,
                        "2027-03-26T23:00:00Z",
                        "2027-03-27T23:00:00Z",
                        "<t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence>",
                        "2027-03-27")
                .with("IsAllDayEvent", "true")
                .zone(BERLIN);
    }

    private static SimItem other(String title, String start, String end) {
        return SimItem.named(title, start, end)
                .with("CalendarItemType", "Exception")
                .zone(BERLIN);
    }

    private static String changed(SimItem other, String original) {
        return "<t:Occurrence><t:ItemId Id=\"" + other.id() + "\"/><t:Start>" + other.content("Start")
                + "</t:Start><t:End>" + other.content("End") + "</t:End><t:OriginalStart>" + original
                + "</t:OriginalStart></t:Occurrence>";
    }

    private static String deleted(String start) {
        return "<t:DeletedOccurrence><t:Start>" + start + "</t:Start></t:DeletedOccurrence>";
    }

    /** As Outlook writes it for Berlin when the name got lost. */
    private static SimItem nameless(SimItem item) {
        return item.zoneXml("<t:%s Id=\"tzone://Microsoft/Custom\" Name=\"Customized Time Zone\"><t:Periods>"
                + "<t:Period Bias=\"-PT1H\" Name=\"Standard\" Id=\"std\"/><t:Period Bias=\"-PT2H\" Name=\"Daylight\" Id=\"dst\"/>"
                + "</t:Periods><t:TransitionsGroups><t:TransitionsGroup Id=\"0\">"
                + "<t:RecurringDayTransition><t:To Kind=\"Period\">dst</t:To><t:TimeOffset>PT2H</t:TimeOffset>"
                + "<t:Month>3</t:Month><t:DayOfWeek>Sunday</t:DayOfWeek><t:Occurrence>-1</t:Occurrence></t:RecurringDayTransition>"
                + "<t:RecurringDayTransition><t:To Kind=\"Period\">std</t:To><t:TimeOffset>PT3H</t:TimeOffset>"
                + "<t:Month>10</t:Month><t:DayOfWeek>Sunday</t:DayOfWeek><t:Occurrence>-1</t:Occurrence></t:RecurringDayTransition>"
                + "</t:TransitionsGroup></t:TransitionsGroups><t:Transitions><t:Transition><t:To Kind=\"Group\">0</t:To>"
                + "</t:Transition></t:Transitions></t:%s>");
    }

    private List<JsonNode> moved(SimItem... all) {
        exchange.mailbox(person.address()).holding(all);
        var job = moves.moved(person, "");
        assertThat(moves.noted(job.get("id").asText())).isEmpty();
        assertThat(job.get("verified").get("differing").asInt()).isZero();
        return items(person.api().get("/api/v1/events?from=2027-03-01T00:00:00Z&to=2027-05-01T00:00:00Z&limit=500"));
    }

    private static List<String> starts(List<JsonNode> events) {
        return events.stream()
                .map(event ->
                        event.get("title").asText() + " " + event.get("start").findValuesAsText("dateTime")
                                + event.get("start").findValuesAsText("date"))
                .toList();
    }

    @Test
    void x09AMeetingKeepsItsClockWhenTheClocksChange() {
        var moved = other("Moved", "2027-03-29T12:00:00Z", "2027-03-29T13:00:00Z");
        exchange.mailbox(person.address()).holdingUnlisted(moved);
        var events = moved(mondays("Mondays")
                .zone(BERLIN)
                .with("DeletedOccurrences", deleted("2027-03-22T09:00:00Z"))
                .with("ModifiedOccurrences", changed(moved, "2027-03-29T08:00:00Z")));
        assertThat(starts(events))
                .containsExactly(
                        "Mondays [2027-03-15T10:00:00][]",
                        "Moved [2027-03-29T14:00:00][]",
                        "Mondays [2027-04-05T10:00:00][]");
    }

    @Test
    void x09WholeDaysAreTheirDaysThoughTheirMomentsMove() {
        var moved = other("Other day", "2027-04-01T22:00:00Z", "2027-04-02T22:00:00Z")
                .with("IsAllDayEvent", "true");
        exchange.mailbox(person.address()).holdingUnlisted(moved);
        var events = moved(days("Days")
                .with("DeletedOccurrences", deleted("2027-03-28T22:00:00Z"))
                .with("ModifiedOccurrences", changed(moved, "2027-03-29T22:00:00Z")));
        assertThat(starts(events))
                .containsExactly("Days [][2027-03-27]", "Days [][2027-03-28]", "Other day [][2027-04-02]");
    }

    @Test
    void x09AZoneWithoutANameIsThePlaceWhoseClocksSayTheSame() {
        exchange.mailbox(person.address()).holding(nameless(mondays("Nameless")));
        moves.moved(person, "");
        var events = items(person.api().get("/api/v1/events?from=2027-03-01T00:00:00Z&to=2027-05-01T00:00:00Z"));
        assertThat(starts(events))
                .containsExactly(
                        "Nameless [2027-03-15T10:00:00][]",
                        "Nameless [2027-03-22T10:00:00][]",
                        "Nameless [2027-03-29T10:00:00][]",
                        "Nameless [2027-04-05T10:00:00][]");
    }
}
