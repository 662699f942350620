package org.kalends.http.ntlm;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.hc.client5.http.auth.AuthChallenge;
import org.apache.hc.client5.http.auth.AuthenticationException;
import org.apache.hc.client5.http.auth.MalformedChallengeException;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import org.kalends.http.ConnectionScheme;

/**
 * NTLMv2 over HTTP, bound to the TLS connection: three messages let a connection in, which stays so.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-ntht/">MS-NTHT</a>
 */
public final class NtlmScheme extends ConnectionScheme {

    public static final String NAME = "NTLM";

    private static final Instant EPOCH = Instant.parse("1601-01-01T00:00:00Z");
    private static final long TICKS = 10_000_000; // of 100 ns in a second
    private static final SecureRandom RANDOM = new SecureRandom();

    private final NtlmLogin login;
    private final Clock clock;
    private byte @Nullable [] negotiated;
    private byte @Nullable [] challenge;
    private boolean answered;

    private NtlmScheme(NtlmLogin login, Clock clock) {
        super(NAME, user(login));
        this.login = login;
        this.clock = clock;
    }

    /** For requests of that login; they share the connections that are let in already. */
    public static HttpClientContext context(NtlmLogin login, Clock clock) {
        return context(NAME, user(login), asked -> new NtlmScheme(login, clock));
    }

    private static String user(NtlmLogin login) {
        return login.domain() + "\\" + login.user();
    }

    @Override
    public void processChallenge(AuthChallenge asked, HttpContext context) throws MalformedChallengeException {
        var value = asked.getValue();
        if (value == null || value.isBlank()) {
            if (negotiated != null) answered = true; // asked anew after the proof: it was not taken
            return;
        }
        try {
            challenge = Base64.getDecoder().decode(value.strip());
        } catch (IllegalArgumentException e) {
            throw new MalformedChallengeException("the challenge of NTLM is not Base64", e);
        }
    }

    @Override
    public boolean isChallengeComplete() {
        return answered;
    }

    @Override
    public String generateAuthResponse(@Nullable HttpHost host, HttpRequest request, HttpContext context)
            throws AuthenticationException {
        var told = challenge;
        var first = negotiated;
        if (told == null || first == null) {
            negotiated = NtlmMessages.negotiate();
            return said(negotiated);
        }
        answered = true;
        try {
            return said(proof(first, told, host, HttpClientContext.castOrCreate(context)));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new AuthenticationException(String.valueOf(e.getMessage()), e);
        }
    }

    private byte[] proof(byte[] first, byte[] told, @Nullable HttpHost host, HttpClientContext context)
            throws GeneralSecurityException, IOException {
        var asked = NtlmChallenge.read(told);
        var target = asked.target();
        target.bind("HTTP/" + (host == null ? "" : host.getHostName()), ChannelBinding.of(context.getSSLSession()));
        var own = new byte[8];
        RANDOM.nextBytes(own);
        var response = NtlmResponse.of(login);
        var since = Duration.between(EPOCH, clock.instant());
        long now = since.toSeconds() * TICKS + since.toNanosPart() / 100;
        var proof = response.proof(asked.challenge(), own, target.time().orElse(now), target.write());
        boolean sealed = target.time().isPresent();
        var message = NtlmMessages.authenticate(
                List.of(
                        sealed ? new byte[24] : response.shortProof(asked.challenge(), own),
                        proof,
                        NtlmResponse.utf16(login.domain()),
                        NtlmResponse.utf16(login.user()),
                        new byte[0],
                        new byte[0]),
                asked.flags());
        if (sealed) NtlmMessages.seal(response.sessionKey(proof), first, told, message);
        return message;
    }

    private static String said(byte[] message) {
        return NAME + " " + Base64.getEncoder().encodeToString(message);
    }
}
