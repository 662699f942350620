package org.kalends.addresses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.eclipse.microprofile.metrics.Tag;
import org.kalends.figures.Figures;
import org.kalends.http.ServiceHttp;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.outbox.Json;

/**
 * Asks a service which of some addresses nobody has: {@code POST} of {@code {"addresses":["a@example.org"]}}, answered
 * by {@code {"invalid":[{"address":"a@example.org","reason":"…"}]}}. Addresses of the directory are not asked for. A
 * service that is away, slow or makes no sense keeps nobody from saving; the metrics say so.
 */
@ApplicationScoped
public class AddressCheck {

    private static final Logger LOG = System.getLogger(AddressCheck.class.getName());
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int LONGEST_REASON = 200;

    @Inject
    AddressCheckSettings settings;

    @Inject
    Directory directory;

    @Inject
    ServiceHttp http;

    @Inject
    Figures figures;

    /** The bad ones and why; none where no service is named or it cannot tell. */
    public Map<CalendarAddress, String> refused(Collection<CalendarAddress> addresses) {
        if (settings.url().isEmpty() || addresses.isEmpty()) return Map.of();
        var known = directory.byAddress(addresses).keySet();
        var unknown = addresses.stream()
                .filter(address -> !known.contains(address))
                .distinct()
                .toList();
        return unknown.isEmpty() ? Map.of() : ask(settings.url().get(), unknown);
    }

    private Map<CalendarAddress, String> ask(URI service, List<CalendarAddress> addresses) {
        try {
            var refused = http.call(question(service, addresses), settings.patience(), AddressCheck::answer);
            var bad = new LinkedHashMap<CalendarAddress, String>();
            for (var address : addresses) {
                var reason = refused.get(address);
                if (reason != null) bad.put(address, reason);
            }
            count(bad.isEmpty() ? "good" : "bad");
            return bad;
        } catch (IOException | IllegalArgumentException e) {
            count("away");
            LOG.log(Level.WARNING, "Addresses are not checked: " + e.getMessage());
            return Map.of();
        }
    }

    private HttpPost question(URI service, List<CalendarAddress> addresses) {
        var question = Map.of(
                "addresses", addresses.stream().map(CalendarAddress::value).toList());
        var post = new HttpPost(service);
        post.setEntity(new StringEntity(Json.write(question), ContentType.APPLICATION_JSON));
        post.setHeader(HttpHeaders.ACCEPT, "application/json");
        settings.token().ifPresent(token -> post.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token));
        return post;
    }

    private static Map<CalendarAddress, String> answer(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != HttpStatus.SC_OK) throw new IOException("HTTP " + response.getCode());
        var told = ServiceHttp.json(response, LARGEST_ANSWER);
        if (!told.path("invalid").isArray()) throw new IOException("the answer has no list «invalid»");
        var refused = new LinkedHashMap<CalendarAddress, String>();
        for (var one : told.get("invalid"))
            refused.put(
                    new CalendarAddress(one.path("address").asText()),
                    reason(one.path("reason").asText()));
        return refused;
    }

    private static String reason(String told) {
        if (told.isBlank()) return "does not exist";
        return told.length() > LONGEST_REASON ? told.substring(0, LONGEST_REASON) : told;
    }

    private void count(String result) {
        figures.count("kalends_address_checks", new Tag("result", result));
    }
}
