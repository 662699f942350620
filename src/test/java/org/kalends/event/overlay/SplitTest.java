package org.kalends.event.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kalends.sharing.Level;

class SplitTest {

    private static final String HOUR = alarm("-PT1H");
    private static final String QUARTER = alarm("-PT15M");
    private static final String SUMMARY = "SUMMARY:Stand-up\n";
    private static final String DAILY = "RRULE:FREQ=DAILY;COUNT=5\n";

    private static String alarm(String trigger) {
        return "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:x\nTRIGGER:" + trigger + "\nEND:VALARM\n";
    }

    private static String component(String start, String lines) {
        return "BEGIN:VEVENT\nUID:u\nDTSTAMP:20260101T000000Z\nDTSTART;TZID=Europe/Berlin:" + start
                + "\nDURATION:PT30M\n" + lines + "END:VEVENT\n";
    }

    private static String object(String... components) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//C//C//EN\n" + String.join("", components) + "END:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    private static String series(String lines) {
        return component("20270302T090000", DAILY + lines);
    }

    private static String instance(String start, String lines) {
        return component(start, "RECURRENCE-ID;TZID=Europe/Berlin:" + "20270303T090000\n" + lines);
    }

    @Test
    void remindersOfANewObjectAreItsWritersAlone() {
        var split = Split.fresh(object(series(SUMMARY + HOUR)));
        assertThat(split.shared()).isEqualTo(object(series(SUMMARY)));
        assertThat(split.overlay().over(split.shared())).isEqualTo(object(series(SUMMARY + HOUR)));
        assertThat(Split.fresh(object(series(SUMMARY))).overlay()).isEqualTo(Overlay.NONE);
    }

    @Test
    void whoChangesHisRemindersLeavesTheStoredTextAsItWas() {
        var stored = object(series(SUMMARY + HOUR));
        var split = Split.of(stored, object(series("SEQUENCE:4\n" + SUMMARY + QUARTER)), Level.WRITE);
        assertThat(split.shared()).isSameAs(stored);
        assertThat(split.overlay().over(stored)).isEqualTo(object(series(SUMMARY + QUARTER)));
    }

    @Test
    void whoChangesMoreKeepsTheRemindersOfTheOwner() {
        var split = Split.of(
                object(series(SUMMARY + "TRANSP:TRANSPARENT\n" + HOUR)),
                object(series("SUMMARY:Other\nTRANSP:OPAQUE\n" + QUARTER)),
                Level.WRITE);
        assertThat(split.shared()).isEqualTo(object(series("SUMMARY:Other\nTRANSP:TRANSPARENT\n" + HOUR)));
        assertThat(split.overlay().over(split.shared()))
                .isEqualTo(object(series("SUMMARY:Other\nTRANSP:OPAQUE\n" + QUARTER)));
    }

    @Test
    void whoManagesTheCalendarSaysForItsOwnerWhetherItTakesTime() {
        var split = Split.of(
                object(series(SUMMARY + HOUR)), object(series(SUMMARY + "TRANSP:TRANSPARENT\n")), Level.MANAGE);
        assertThat(split.shared()).contains("TRANSP:TRANSPARENT", "TRIGGER:-PT1H");
        assertThat(split.overlay()).isEqualTo(Overlay.NONE);
    }

    @Test
    void toSayNothingOfTimeIsToSayThatItIsTaken() {
        var stored = object(series(SUMMARY + "TRANSP:TRANSPARENT\n"));
        var split = Split.of(stored, object(series(SUMMARY)), Level.READ);
        assertThat(split.shared()).isSameAs(stored);
        assertThat(split.overlay().over(stored)).contains("TRANSP:OPAQUE").doesNotContain("TRANSPARENT");
    }

    @Test
    void aReaderHasColoursAndCategoriesForHimself() {
        var stored = object(series(SUMMARY + "CATEGORIES:Work\n"));
        var sent = object(series(SUMMARY + "CATEGORIES:Play\nCOLOR:teal\n"));
        assertThat(Split.of(stored, sent, Level.READ).shared()).isSameAs(stored);
        assertThat(Split.of(stored, sent, Level.WRITE).shared()).isEqualTo(sent);
        assertThat(Split.of(stored, sent, Level.READ).overlay().over(stored))
                .contains("CATEGORIES:Play", "COLOR:teal")
                .doesNotContain("Work");
    }

    @Test
    void oneInstanceMayBeRemindedOfInAnotherWay() {
        var stored = object(series(SUMMARY + HOUR));
        var mine = object(series(SUMMARY + QUARTER), instance("20270303T090000", SUMMARY));
        var split = Split.of(stored, mine, Level.READ);
        assertThat(split.shared()).isSameAs(stored);
        var seen = split.overlay().over(stored);
        assertThat(seen).contains("RECURRENCE-ID;TZID=Europe/Berlin:20270303T090000", "TRIGGER:-PT15M");
        assertThat(seen.split("BEGIN:VALARM", -1)).hasSize(2);
        assertThat(Overlay.read(split.overlay().text())).isEqualTo(split.overlay());
        var moved = object(component("20280302T090000", DAILY + SUMMARY));
        assertThat(split.overlay().over(moved))
                .as("an instance that is no more")
                .doesNotContain("RECURRENCE-ID");
    }

    @Test
    void anInstanceThatMovesIsForAll() {
        var stored = object(series(SUMMARY + HOUR));
        var split = Split.of(
                stored, object(series(SUMMARY + QUARTER), instance("20270303T120000", SUMMARY + QUARTER)), Level.WRITE);
        assertThat(split.shared())
                .isEqualTo(object(series(SUMMARY + HOUR), instance("20270303T120000", SUMMARY + HOUR)));
        assertThat(split.overlay().over(split.shared()))
                .contains("20270303T120000", "TRIGGER:-PT15M")
                .doesNotContain("TRIGGER:-PT1H");
    }

    @Test
    void anInstanceThatTheOwnerSetsDownLaterIsRemindedOfAsTheWhole() {
        var overlay = Split.of(object(series(SUMMARY)), object(series(SUMMARY + QUARTER)), Level.READ)
                .overlay();
        var seen = overlay.over(object(series(SUMMARY), instance("20270303T120000", "SUMMARY:Moved\n")));
        assertThat(seen.split("TRIGGER:-PT15M", -1)).hasSize(3);
    }

    @Test
    void notesOfClientsAboutRemindersAreTheirUsersAlone() {
        var stored = object(series(SUMMARY + "X-MOZ-LASTACK:20270101T000000Z\n"));
        assertThat(Overlay.NONE.over(stored)).doesNotContain("X-MOZ");
        var sent = object(series(SUMMARY + "X-MOZ-SNOOZE-TIME:20270101T000000Z\n"));
        var split = Split.of(stored, sent, Level.READ);
        assertThat(split.shared()).isSameAs(stored);
        assertThat(split.overlay().over(stored)).isEqualTo(sent);
    }

    @Test
    void tasksHaveThemToo() {
        var todo = "BEGIN:VTODO\nUID:t\nDTSTAMP:20260101T000000Z\nSUMMARY:Buy\n%sEND:VTODO\n";
        var stored = object(todo.formatted(HOUR));
        var split = Split.of(stored, object(todo.formatted(QUARTER)), Level.READ);
        assertThat(split.shared()).isSameAs(stored);
        assertThat(split.overlay().over(stored)).isEqualTo(object(todo.formatted(QUARTER)));
    }

    @Test
    void whatIsNoEventAnyMoreIsForAll() {
        var todo = "BEGIN:VTODO\nUID:u\nDTSTAMP:20260101T000000Z\n%sSUMMARY:Buy\nEND:VTODO\n";
        var sent = object(todo.formatted(""), todo.formatted("RECURRENCE-ID:20270303T080000Z\n"));
        assertThat(Split.of(object(series(SUMMARY)), sent, Level.WRITE).shared())
                .isEqualTo(sent);
    }

    @Test
    void aTextWithoutRemindersIsReadByNobody() {
        var stored = object(series(SUMMARY));
        assertThat(Overlay.NONE.over(stored)).isSameAs(stored);
    }
}
