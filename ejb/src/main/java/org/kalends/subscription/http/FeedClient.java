package org.kalends.subscription.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.kalends.http.Deadline;
import org.kalends.http.OutsideHosts;
import org.kalends.problem.BoundedBody;
import org.kalends.problem.CalendarException;
import org.kalends.subscription.FeedProblem;
import org.kalends.subscription.SubscriptionSettings;
import org.kalends.subscription.domain.Source;
import org.kalends.subscription.domain.Validators;

/** Fetches feeds; neither what they say nor how slowly they say it costs more than is set. */
@ApplicationScoped
public class FeedClient {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Inject
    Deadline deadline;

    @Inject
    CloseableHttpClient client;

    @Inject
    SubscriptionSettings settings;

    /** What came of a request. */
    public sealed interface Answer {

        /** The text is in the file. */
        record Fetched(Validators validators) implements Answer {}

        /** It is what the validators are of. */
        record Unchanged() implements Answer {}

        /** It could not be had. */
        record Failed(FeedProblem problem) implements Answer {}
    }

    /** @param into takes the text */
    public Answer fetch(Source source, Validators known, Path into) {
        var get = new HttpGet(source.uri());
        get.setHeader(HttpHeaders.ACCEPT, "text/calendar, */*;q=0.1");
        if (known.etag() != null) get.setHeader(HttpHeaders.IF_NONE_MATCH, known.etag());
        if (known.lastModified() != null) get.setHeader(HttpHeaders.IF_MODIFIED_SINCE, known.lastModified());
        try {
            return deadline.call(client, get, LONGEST, response -> answer(response, into));
        } catch (OutsideHosts.NotPublic e) {
            return new Answer.Failed(FeedProblem.INSIDE);
        } catch (IOException e) {
            return new Answer.Failed(FeedProblem.UNREACHABLE);
        } catch (CalendarException e) {
            return new Answer.Failed(FeedProblem.TOO_LARGE);
        }
    }

    private Answer answer(ClassicHttpResponse response, Path into) throws IOException {
        if (response.getCode() == HttpStatus.SC_NOT_MODIFIED) return new Answer.Unchanged();
        var body = response.getEntity();
        if (response.getCode() != HttpStatus.SC_OK || body == null) return new Answer.Failed(FeedProblem.REFUSED);
        try (var in = new BoundedBody(body.getContent(), settings.largestFeed());
                var out = Files.newOutputStream(into)) {
            in.transferTo(out);
        }
        return new Answer.Fetched(
                new Validators(header(response, HttpHeaders.ETAG), header(response, HttpHeaders.LAST_MODIFIED)));
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        var header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
