package org.kalends.http.ntlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.http.TlsEndPoint;

class NtlmTest {

    private static final HexFormat HEX = HexFormat.of();

    /** MS-NLMP, 4.2.1 and 4.2.4. */
    private static final NtlmLogin LOGIN = new NtlmLogin("Domain", "User", "Password");

    private static final byte[] SERVER_CHALLENGE = HEX.parseHex("0123456789abcdef");
    private static final byte[] OWN_CHALLENGE = HEX.parseHex("aaaaaaaaaaaaaaaa");
    private static final byte[] TOLD =
            HEX.parseHex("02000c0044006f006d00610069006e0001000c005300650072007600650072000000" + "0000");

    @ParameterizedTest
    @CsvSource({
        "'',31d6cfe0d16ae931b73c59d7e0c089c0",
        "a,bde52cb31de33e46245e05fbdbd6fb24",
        "abc,a448017aaf21d8525fc10ae87aa6729d",
        "message digest,d9130a8164549fe818874806e1c7014b",
        "abcdefghijklmnopqrstuvwxyz,d79e1c308aa5bbcdeea8ed63df412da9",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789,043f8582f241db351ce627e153e7f0e4",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890,e33b4ddc9c38f2199c3e7b164fcc0536"
    })
    void theDigestIsThatOfRfc1320(String text, String digest) {
        assertThat(HEX.formatHex(Md4.digest(text.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(digest);
    }

    @Test
    void theProofsAreThoseOfTheSpecification() {
        var response = NtlmResponse.of(LOGIN);
        assertThat(HEX.formatHex(response.key())).isEqualTo("0c868a403bfd7a93a3001ef22ef02e3f");
        assertThat(HEX.formatHex(response.shortProof(SERVER_CHALLENGE, OWN_CHALLENGE)))
                .isEqualTo("86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa");
        var proof = response.proof(SERVER_CHALLENGE, OWN_CHALLENGE, 0, TOLD);
        assertThat(HEX.formatHex(Arrays.copyOf(proof, 16))).isEqualTo("68cd0ab851e51c96aabc927bebef6a1c");
        assertThat(HEX.formatHex(response.sessionKey(proof))).isEqualTo("8de40ccadbc14a82f15cb0ad0de95ca3");
    }

    /** The example of Microsoft's note on the hash of channel bindings. */
    @Test
    void theBindingIsThatOfTheCertificate() throws Exception {
        var end = HEX.parseHex("ea05fefecc6b0bd571dbbc5baa3ed45386d0446835f7b74c85621b9983475f95");
        assertThat(HEX.formatHex(ChannelBinding.of(TlsEndPoint.of(end)))).isEqualTo("6586e99d81c2fc984e47172fd4dd0310");
    }

    @Test
    void whatTheServerToldIsSentBackWithWhatTheConnectionIs() {
        var told = TargetInfo.read(TOLD);
        assertThat(told.time()).isEmpty();
        assertThat(told.write()).isEqualTo(TOLD);
        told.bind("HTTP/mail", new byte[16]);
        assertThat(HEX.formatHex(told.write()))
                .isEqualTo(HEX.formatHex(TOLD, 0, TOLD.length - 4) + "09001200" + "48005400540050002f006d00610069006c00"
                        + "0a001000" + "0".repeat(32) + "00000000");
    }

    @Test
    void aNameMayHaveItsDomainBeforeIt() {
        assertThat(NtlmLogin.of("CORP\\kalends", "x")).isEqualTo(new NtlmLogin("CORP", "kalends", "x"));
        assertThat(NtlmLogin.of("kalends@corp.test", "x")).isEqualTo(new NtlmLogin("", "kalends@corp.test", "x"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',cut off",
        "4e544c4d53535000,cut off",
        "4e544c4d5353500003000000,no challenge",
        "4e544c4d53535000020000000000000000000000050200000123456789abcdef0000000000000000ffffffff38000000,cut off"
    })
    void whatIsNoChallengeIsRefused(String message, String why) {
        var octets = HEX.parseHex(message);
        assertThatThrownBy(() -> NtlmChallenge.read(octets))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
