package org.kalends.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kalends.caldav.Texts.at;
import static org.kalends.caldav.Texts.newUid;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kalends.support.DavClient.Answer;

/** The header If (RFC 4918, 10.4), with sync tokens as state tokens (RFC 6578, 5). */
class IfHeaderIT {

    private final OwnCalendar own = OwnCalendar.of("boris");
    private final String uid = newUid();
    private String etag = "";
    private String token = "";

    @BeforeEach
    void anObject() {
        own.put("a.ics", at(uid, "20270301T100000Z", "First"));
        etag = own.get("a.ics").etag();
        token = own.client().propfind(own.path(), 0, "<D:sync-token/>").text("//D:sync-token");
    }

    private Answer put(String condition, String... headers) {
        var all = new java.util.ArrayList<>(java.util.List.of("If", condition));
        all.addAll(java.util.List.of(headers));
        return own.put("a.ics", at(uid, "20270301T110000Z", "Second"), all.toArray(String[]::new));
    }

    private void taken(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(own.get("a.ics").body()).contains("Second");
    }

    private void refused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(412);
        assertThat(own.get("a.ics").body()).contains("First");
    }

    @Test
    void anEntityTagMustBeThePresentOne() {
        refused(put("([\"other\"])"));
        refused(put("([W/" + etag + "])"));
        taken(put("([" + etag + "])"));
    }

    @Test
    void oneListOfSeveralIsEnoughAndAListHoldsAsAWhole() {
        refused(put("([" + etag + "] [\"other\"])"));
        taken(put("([\"other\"]) ([" + etag + "])"));
    }

    @Test
    void notTurnsAConditionRound() {
        refused(put("(Not [" + etag + "])"));
        taken(put("(Not [\"other\"] Not <DAV:no-lock>)"));
    }

    @Test
    void thereAreNoLocksToHold() {
        refused(put("(<urn:uuid:181d4fae-7d8c-11d0-a765-00a0c91e6bf2>)"));
        refused(put("(<DAV:no-lock>)"));
    }

    @Test
    void theSyncTokenOfTheCalendarIsAState() {
        var before = token;
        own.put("b.ics", at(newUid(), "20270301T100000Z", "Another"));
        refused(put("<" + own.path() + "> (<" + before + ">)"));
        var now = own.client().propfind(own.path(), 0, "<D:sync-token/>").text("//D:sync-token");
        taken(put("<" + own.path() + "> (<" + now + ">)"));
    }

    @Test
    void aTaggedListIsAboutItsResource() {
        refused(put("<" + own.path() + "nothing.ics> ([" + etag + "])"));
        refused(put("<http://elsewhere.test/x> ([" + etag + "])"));
        taken(put("<" + own.path() + "a.ics> ([" + etag + "])"));
    }

    @Test
    void itHoldsTogetherWithIfMatch() {
        refused(put("([" + etag + "])", "If-Match", "\"other\""));
        refused(put("([\"other\"])", "If-Match", etag));
        taken(put("([" + etag + "])", "If-Match", etag));
    }

    @Test
    void everyMethodObeysIt() {
        var path = own.path() + "a.ics";
        var wrong = new String[] {"If", "([\"other\"])"};
        assertThat(own.client().delete(path, wrong).status()).isEqualTo(412);
        assertThat(own.client().get(path, wrong).status()).isEqualTo(412);
        assertThat(own.client()
                        .send("MOVE", path, "", "If", "([\"other\"])", "Destination", own.path() + "c.ics")
                        .status())
                .isEqualTo(412);
        assertThat(own.get("a.ics").status()).isEqualTo(200);
        assertThat(own.client().delete(path, "If", "([" + etag + "])").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "()",
                "([\"a\"]",
                "(Not)",
                "(Not Not [\"a\"])",
                "[\"a\"]",
                "<x>",
                "([\"a\"]) <x> ([\"b\"])",
                "(([\"a\"]))",
                "([a])"
            })
    void whatIsNoConditionIsABadRequest(String header) {
        var answer = put(header);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(own.get("a.ics").body()).contains("First");
    }

    @Test
    void moreThanTenResourcesAreNotLookedAt() {
        var header = new StringBuilder();
        for (int i = 0; i < 11; i++)
            header.append('<').append(own.path()).append(i).append("> ([\"x\"]) ");
        assertThat(put(header.toString()).status()).isEqualTo(400);
    }
}
