package org.kalends.web.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Values that programs stumble over. */
final class Hostile {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\r\n",
            "\0",
            "a\0b",
            "\ud800",
            "\udc00x",
            "x\ud83d",
            "\ufeffx",
            "\u202egnp.exe\u202c",
            "\u2066x",
            "\u200b",
            "\u200d",
            "\uffff",
            "\ufffe",
            "\u0085",
            "\u009f",
            "\u007f",
            "\u0001",
            "e\u0301\u0301\u0301",
            "İı",
            "ﷺ",
            "👩‍👩‍👧‍👦",
            "a\r\nATTENDEE:mailto:x@y.test",
            "a\nBcc: x@y.test",
            "<script>alert(1)</script>",
            "' or 1=1 --",
            "%00",
            "%s%n",
            "${jndi:ldap://x}",
            "../../etc/passwd",
            "{{x}}",
            "null",
            "undefined",
            "NaN",
            "0",
            "-1",
            "99999999999999999999",
            "1e309",
            "0x10",
            "true",
            "[]",
            "{}",
            "mailto:x",
            "#",
            "*",
            "\\",
            "\"",
            "x".repeat(300),
            "ж".repeat(3_000),
            "\u0301".repeat(5_000),
            "x".repeat(100_000));

    private static final List<String> ZONES = List.of(
            "Mars/Base",
            "UTC+25",
            "+18:01",
            "GMT+99",
            "europe/moscow",
            "Europe/Moscow\0",
            " Europe/Moscow",
            "EST5EDT",
            "America/Argentina/Buenos_Aires/x",
            "Z",
            "+03:00",
            "SystemV/PST8",
            "Etc/GMT-14",
            "Russian Standard Time",
            "..");

    private static final List<String> TIMES = List.of(
            "2028-02-30",
            "2028-02-30T10:00:00",
            "+999999999-12-31",
            "-999999999-01-01",
            "+999999999-12-31T23:59:59",
            "0000-00-00",
            "0000-01-01T00:00:00",
            "2028-03-07T24:00:00",
            "2028-03-07T23:59:60",
            "2028-03-07T10:00:00Z",
            "2028-03-07T10:00:00+03:00",
            "2028-03-07T10",
            "2028-03-26T02:30:00",
            "2028-10-29T02:30:00",
            "9999-12-31",
            "10000-01-01T00:00:00",
            "1582-10-10T00:00:00",
            "2028-03-07T10:00:00.123456789123",
            "20280307T100000",
            "2028-W10-2",
            "1",
            "1970-01-01T00:00:00Z",
            "-1000000000-01-01T00:00:00Z",
            "2028-03-07T00:00:00.000Z",
            "2028-03-07T00:00:00+18:00",
            "now");

    private static final List<String> RULES = List.of(
            "RRULE:FREQ=SECONDLY",
            "RRULE:FREQ=MINUTELY",
            "RRULE:FREQ=HOURLY;INTERVAL=1",
            "RRULE:FREQ=DAILY",
            "RRULE:FREQ=DAILY;COUNT=1000000000",
            "RRULE:FREQ=DAILY;COUNT=0",
            "RRULE:FREQ=DAILY;INTERVAL=0",
            "RRULE:FREQ=DAILY;INTERVAL=2147483647",
            "RRULE:FREQ=DAILY;INTERVAL=99999999999",
            "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;INTERVAL=97",
            "RRULE:FREQ=MONTHLY;BYDAY=6MO",
            "RRULE:FREQ=MONTHLY;BYSETPOS=400;BYDAY=MO",
            "RRULE:FREQ=DAILY;BYMONTHDAY=32",
            "RRULE:FREQ=DAILY;UNTIL=20280101T000000Z",
            "RRULE:FREQ=DAILY;UNTIL=20280101;COUNT=3",
            "RRULE:FREQ=DAILY;UNTIL=99991231T235959Z",
            "RRULE:FREQ=WEEKLY;WKST=XX",
            "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,1,2,3,4,5;BYSECOND=1,2,3,4,5,6,7,8,9",
            "RRULE:FREQ=DAILY;RSCALE=CHINESE",
            "RRULE:",
            "RRULE",
            "FREQ=DAILY",
            "RRULE:FREQ=",
            "RRULE:FREQ=DAILY;FREQ=DAILY",
            "RRULE:FREQ=DAILY;;",
            "RRULE:FREQ=DAILY;X=1",
            "EXRULE:FREQ=DAILY",
            "EXDATE:19000101T000000Z",
            "EXDATE;TZID=Nowhere:20280307T100000",
            "RDATE:20280308T100000Z",
            "RDATE;VALUE=PERIOD:20280308T100000Z/PT1H",
            "RDATE:99991231T000000Z",
            "RRULE:FREQ=DAILY\r\nX:1",
            "RRULE;X=\"" + "y".repeat(2_000) + "\":FREQ=DAILY",
            "RRULE:FREQ=YEARLY;BYYEARDAY=366;BYWEEKNO=1",
            "RRULE:FREQ=WEEKLY;BYDAY=" + "MO,".repeat(3_000) + "TU");

    private static final List<String> SPANS = List.of(
            "PT-5M",
            "-PT15M",
            "P999999999D",
            "PT0S",
            "P1Y",
            "PT",
            "P",
            "PT1H30",
            "PT9223372036854775807S",
            "PT9223372036854775808S",
            "P-106751991167300DT-1S",
            "PT0.0000000001S",
            "pt15m",
            "15",
            "PT1e3S");

    private static final List<String> ADDRESSES = List.of(
            "nobody",
            "a@b@c",
            "mailto:x@y.test",
            "x@" + "y".repeat(300),
            "\"a b\"@x.test",
            "x@[127.0.0.1]",
            "ж@ж.рф",
            "@",
            "x@",
            "@y",
            "x y@z.test",
            "x@y.test\r\nBcc: z@y.test",
            "x@y..test",
            ".x@y.test",
            "X@Y.TEST",
            "x@y.test,z@y.test",
            "<x@y.test>",
            "x\0@y.test",
            "x".repeat(70) + "@y.test",
            "mailto:mailto:x@y.test");

    private final Random random;

    Hostile(Random random) {
        this.random = random;
    }

    /** For a member of that name: mostly what its reader is likely to stumble over. */
    String text(String name) {
        var kind =
                switch (name) {
                    case "timeZone", "zone", "language" -> ZONES;
                    case "dateTime", "date", "from", "to", "instance", "instant" -> TIMES;
                    case "recurrence" -> RULES;
                    case "before", "duration" -> SPANS;
                    case "address", "who", "required", "optional", "rooms", "aliases", "login" -> ADDRESSES;
                    default -> TEXTS;
                };
        return pick(random.nextInt(4) == 0 ? TEXTS : kind);
    }

    /** Of another type, mostly. */
    JsonNode value(String name) {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextInt());
            case 2 -> BigIntegerNode.valueOf(BigInteger.TEN.pow(40).negate());
            case 3 -> DecimalNode.valueOf(new BigDecimal("1e400"));
            case 4 -> NODES.booleanNode(random.nextBoolean());
            case 5 -> NODES.arrayNode().add(NODES.arrayNode().add(text(name)));
            case 6 -> NODES.objectNode().put(text("key"), text(name));
            case 7 -> NODES.arrayNode().addNull();
            default -> NODES.textNode(text(name));
        };
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
