package org.kalends.exchange.sim;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Starts the simulator with mailboxes of the demo organisation that have something in them: {@code PORT SERVER}. */
public final class FilledExchange {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final List<String> PEOPLE = List.of("anna@kalends.test", "boris@kalends.test", "clara@kalends.test");
    private static final List<String> SUBJECTS = List.of(
            "Отчёт", "Interview", "Обед с партнёром", "Planning", "Врач", "Call with Riga", "Обучение", "Review");

    private FilledExchange() {}

    public static void main(String[] arguments) throws InterruptedException {
        var sim = ExchangeSim.started(Integer.parseInt(arguments[0]));
        sim.reaches(arguments[1]);
        var random = new Random(1);
        var monday = LocalDate.now(ZONE).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (var person : PEOPLE) fill(sim.mailbox(person), random, monday);
        meet(sim, monday.plusDays(8));
        System.out.println("An Exchange for trials: " + sim.url());
        Thread.currentThread().join();
    }

    private static void fill(SimMailbox mailbox, Random random, LocalDate monday) {
        for (int i = 0; i < 30; i++) {
            var start = at(monday.plusDays(random.nextInt(35)), 9 + random.nextInt(8));
            var subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
            mailbox.holding(SimItem.named(
                    subject, start.toString(), start.plusSeconds(3_600).toString()));
        }
        var daily = at(monday, 9);
        mailbox.holding(
                SimItem.named("Daily", daily.toString(), daily.plusSeconds(900).toString())
                        .with("CalendarItemType", "RecurringMaster")
                        .with(
                                "Recurrence",
                                "<t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence><t:NumberedRecurrence><t:StartDate>"
                                        + monday + "</t:StartDate><t:NumberOfOccurrences>30</t:NumberOfOccurrences>"
                                        + "</t:NumberedRecurrence>"));
    }

    /** One meeting of all, a copy in each mailbox. */
    private static void meet(ExchangeSim sim, LocalDate day) {
        var uid = "040000008200E00074C5B7101A82E00800000000"
                + UUID.randomUUID().toString().replace("-", "");
        var start = at(day, 15);
        var guests = new StringBuilder();
        PEOPLE.stream().skip(1).forEach(guest -> guests.append("<t:Attendee>" + person(guest) + "</t:Attendee>"));
        for (var one : PEOPLE) {
            var answer = one.equals(PEOPLE.get(0)) ? "Organizer" : "Accept";
            sim.mailbox(one)
                    .holding(SimItem.named(
                                    "Совещание трёх",
                                    start.toString(),
                                    start.plusSeconds(5_400).toString())
                            .with("UID", uid)
                            .with("IsMeeting", "true")
                            .with("MyResponseType", answer)
                            .with("Organizer", person(PEOPLE.get(0)))
                            .with("RequiredAttendees", guests.toString()));
        }
    }

    private static String person(String address) {
        return "<t:Mailbox><t:Name>" + address + "</t:Name><t:EmailAddress>" + address
                + "</t:EmailAddress></t:Mailbox>";
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
    }
}
