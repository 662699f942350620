package org.kalends.browser;

import com.zerodeplibs.webpush.PushSubscription;
import com.zerodeplibs.webpush.header.Urgency.UrgencyOption;
import com.zerodeplibs.webpush.httpclient.ApacheHttpClientRequestPreparer;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.io.CloseMode;
import org.kalends.browser.Browser.Endpoint;
import org.kalends.event.ChangeNotice;
import org.kalends.http.Deadline;
import org.kalends.http.OutsideClients;
import org.kalends.http.OutsideHosts;
import org.kalends.notification.mail.MailSettings;
import org.kalends.outbox.Json;

/**
 * Hands notices to the push services of browsers, encrypted so that the browser alone can read them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8030">RFC 8030</a>
 */
@ApplicationScoped
public class Push {

    private static final Logger LOG = System.getLogger(Push.class.getName());
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int TOKEN_HOURS = 12;

    @Inject
    PushSettings settings;

    @Inject
    MailSettings mail;

    @Inject
    PushKeys keys;

    @Inject
    Deadline deadline;

    @SuppressWarnings("NullAway.Init")
    private CloseableHttpClient client;

    /** How much of a hurry there is. */
    public enum Urgency {
        /** It is about now: a device may be woken for it, and later than in an hour it is too late. */
        HIGH(UrgencyOption.HIGH, Duration.ofHours(1)),
        /** It will do tomorrow. */
        NORMAL(UrgencyOption.NORMAL, Duration.ofDays(1));

        private final UrgencyOption option;
        private final Duration lives;

        Urgency(UrgencyOption option, Duration lives) {
            this.option = option;
            this.lives = lives;
        }
    }

    /** What a push service said. */
    public enum Outcome {
        PUSHED,
        /** There is no such subscription any more. */
        GONE,
        /** It will not have it, nor later. */
        REFUSED
    }

    @PostConstruct
    void open() {
        client = OutsideClients.staying(settings.insideHosts());
    }

    @PreDestroy
    void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    /**
     * Hands over one.
     *
     * @throws PushAway if it may go another time
     */
    public Outcome push(Endpoint endpoint, ChangeNotice.News notice, Urgency urgency) {
        try {
            int status =
                    deadline.call(client, post(endpoint, notice, urgency), LONGEST, response -> response.getCode());
            return outcome(status);
        } catch (OutsideHosts.NotPublic e) {
            LOG.log(Level.WARNING, "A browser names a push service inside: {0}", e.getMessage());
            return Outcome.REFUSED;
        } catch (IOException e) {
            throw new PushAway("The push service does not answer", e);
        }
    }

    private static Outcome outcome(int status) {
        if (status / 100 == 2) return Outcome.PUSHED;
        if (status == HttpStatus.SC_NOT_FOUND || status == HttpStatus.SC_GONE) return Outcome.GONE;
        if (status == HttpStatus.SC_TOO_MANY_REQUESTS || status >= HttpStatus.SC_SERVER_ERROR)
            throw new PushAway("The push service answers " + status);
        LOG.log(Level.WARNING, "A push service answers {0}", status);
        return Outcome.REFUSED;
    }

    private HttpPost post(Endpoint endpoint, ChangeNotice.News notice, Urgency urgency) {
        var subscription = new PushSubscription();
        subscription.setEndpoint(endpoint.url());
        var known = new PushSubscription.Keys();
        known.setP256dh(endpoint.p256dh());
        known.setAuth(endpoint.auth());
        subscription.setKeys(known);
        return ApacheHttpClientRequestPreparer.getBuilder()
                .pushSubscription(subscription)
                .vapidJWTExpiresAfter(TOKEN_HOURS, TimeUnit.HOURS)
                .vapidJWTSubject("mailto:" + mail.from())
                .pushMessage(Json.write(notice))
                .ttl(urgency.lives.toSeconds(), TimeUnit.SECONDS)
                .urgency(urgency.option)
                .topic(topic(notice.tag()))
                .build(keys.pair())
                .toHttpPost();
    }

    /** Of several that wait for a device the service keeps the last (RFC 8030, 5.4): 32 characters at most. */
    private static String topic(String tag) {
        return UUID.nameUUIDFromBytes(tag.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
