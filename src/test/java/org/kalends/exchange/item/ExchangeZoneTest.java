package org.kalends.exchange.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.exchange.ews.xml.Element;

class ExchangeZoneTest {

    private static final Instant WINTER = Instant.parse("2026-12-01T09:00:00Z");
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private static ExchangeZone zone(Element zone) {
        return ExchangeZone.of(Optional.of(zone), WINTER, MOSCOW);
    }

    private static Element named(String id) {
        return Element.of("t:StartTimeZone").with("Id", id);
    }

    @ParameterizedTest
    @CsvSource({
        "Russian Standard Time, Europe/Moscow",
        "W. Europe Standard Time, Europe/Berlin",
        "Pacific Standard Time, America/Los_Angeles",
        "UTC, Z",
        "tzone://Microsoft/Utc, Z",
        "Europe/Samara, Europe/Samara"
    })
    void aZoneIsKnownByItsName(String name, String zone) {
        assertThat(zone(named(name))).isEqualTo(new ExchangeZone(ZoneId.of(zone), Optional.empty()));
    }

    @Test
    void whatTellsNoZoneIsInThatOfItsOwner() {
        assertThat(ExchangeZone.of(Optional.empty(), WINTER, MOSCOW).zone()).isEqualTo(MOSCOW);
    }

    /** As Outlook writes it for Berlin when the name got lost. */
    @Test
    void aZoneWithoutANameIsThePlaceWhoseClocksSayTheSame() {
        var found = zone(defined("-PT1H", "-PT2H", "3", "10"));
        assertThat(found.loss()).isEmpty();
        assertThat(found.zone().getRules().getOffset(WINTER)).isEqualTo(ZoneOffset.ofHours(1));
        for (var moment : new String[] {"2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"}) {
            assertThat(found.zone().getRules().getOffset(Instant.parse(moment)))
                    .isEqualTo(ZoneId.of("Europe/Berlin").getRules().getOffset(Instant.parse(moment)));
        }
    }

    @Test
    void theOwnersZoneIsTakenWhereItFits() {
        var found =
                ExchangeZone.of(Optional.of(defined("-PT1H", "-PT2H", "3", "10")), WINTER, ZoneId.of("Europe/Vienna"));
        assertThat(found.zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
    }

    @Test
    void whereNoPlaceFitsTheOffsetIsTakenAndThatIsToldOf() {
        var found = zone(defined("-PT1H7M", "-PT2H7M", "5", "8"));
        assertThat(found.zone()).isEqualTo(ZoneOffset.ofHoursMinutes(1, 7));
        assertThat(found.loss()).hasValueSatisfying(loss -> assertThat(loss).contains("Customized Time Zone"));
    }

    @Test
    void aZoneThatSaysNothingIsThatOfTheOwnerAndThatIsToldOf() {
        var found = zone(named("Customized Time Zone"));
        assertThat(found.zone()).isEqualTo(MOSCOW);
        assertThat(found.loss()).isPresent();
    }

    private static Element defined(String standard, String daylight, String spring, String autumn) {
        return Element.of(
                        "t:StartTimeZone",
                        Element.of("t:Periods", period("std", standard), period("dst", daylight)),
                        Element.of(
                                "t:TransitionsGroups",
                                Element.of(
                                                "t:TransitionsGroup",
                                                change("dst", "PT2H", spring),
                                                change("std", "PT3H", autumn))
                                        .with("Id", "0")),
                        Element.of("t:Transitions", Element.of("t:Transition", Element.text("t:To", "0"))))
                .with("Id", "Customized Time Zone")
                .with("Name", "Customized Time Zone");
    }

    private static Element period(String id, String bias) {
        return Element.of("t:Period").with("Id", id).with("Bias", bias);
    }

    private static Element change(String to, String time, String month) {
        return Element.of(
                "t:RecurringDayTransition",
                Element.text("t:To", to),
                Element.text("t:TimeOffset", time),
                Element.text("t:Month", month),
                Element.text("t:DayOfWeek", "Sunday"),
                Element.text("t:Occurrence", "-1"));
    }
}
