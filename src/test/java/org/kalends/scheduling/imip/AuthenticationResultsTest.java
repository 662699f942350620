package org.kalends.scheduling.imip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8601; whoever sends a mail can write any header that he likes below ours. */
class AuthenticationResultsTest {

    private static boolean vouch(String... fields) {
        return AuthenticationResults.vouch(fields, "mx.kalends.test", "mail.partner.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.kalends.test; dkim=pass header.d=mail.partner.test",
                "mx.kalends.test 1; spf=fail; dkim=pass (2048 bit; fine) header.i=@partner.test",
                "MX.kalends.test;\r\n dkim=fail header.d=x.test;\r\n DKIM=PASS header.d=Partner.test",
                "mx.kalends.test; dmarc=pass header.from=mail.partner.test"
            })
    void ourServersWordForTheDomainOrOneAboveItCounts(String field) {
        assertThat(vouch(field)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.kalends.test; none",
                "mx.kalends.test; spf=pass smtp.mailfrom=mail.partner.test",
                "mx.kalends.test; dkim=fail header.d=mail.partner.test",
                "mx.kalends.test; dkim=pass header.d=evilpartner.test",
                "mx.kalends.test; dkim=pass header.d=deeper.mail.partner.test",
                "mx.kalends.test; dkim=pass header.d=test",
                "mx.kalends.test.evil.test; dkim=pass header.d=mail.partner.test",
                "mx.kalends.test; spf=pass smtp.mailfrom=\"; dkim=pass header.d=mail.partner.test;\"@x.test",
                "mx.kalends.test; spf=pass (; dkim=pass header.d=mail.partner.test ;)",
                "mx.kalends.test; xdkim=pass header.d=mail.partner.test",
                ""
            })
    void nothingElseDoes(String field) {
        assertThat(vouch(field)).isFalse();
    }

    @Test
    void onlyTheTopmostFieldIsReadAndNoneWhereNobodyIsTrusted() {
        var ours = "mx.kalends.test; dkim=pass header.d=mail.partner.test";
        assertThat(vouch("relay.test; spf=fail", ours)).isFalse();
        assertThat(vouch()).isFalse();
        assertThat(AuthenticationResults.vouch(null, "mx.kalends.test", "partner.test"))
                .isFalse();
        assertThat(AuthenticationResults.vouch(new String[] {ours.replace("mx.kalends.test", "")}, "", "partner.test"))
                .isFalse();
    }
}
