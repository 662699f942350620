package org.kalends.messenger.vkteams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.net.URIBuilder;
import org.kalends.http.ServiceHttp;
import org.kalends.identity.Secret;
import org.kalends.messenger.Card;
import org.kalends.messenger.Messenger;
import org.kalends.messenger.MessengerAway;
import org.kalends.messenger.MessengerSettings;

/**
 * VK Teams. All methods are GET with the token among the parameters, so no address of a request is ever logged or
 * told.
 *
 * @see <a href="https://teams.vk.com/botapi/">VK Teams Bot API</a>
 */
@ApplicationScoped
public class BotApi implements Messenger {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int LARGEST_ANSWER = 4 << 20;

    @Inject
    MessengerSettings settings;

    @Inject
    Clock now;

    @Inject
    ServiceHttp http;

    private volatile Instant pause = Instant.EPOCH;

    @Override
    public Outcome show(String chat, Card card) {
        return unlessTooMuch("/messages/sendText", drawn(chat, card)).outcome("");
    }

    @Override
    public Outcome alter(String chat, String message, Card card) {
        var parameters = drawn(chat, card);
        parameters.put("msgId", message);
        return unlessTooMuch("/messages/editText", parameters).outcome(message);
    }

    private static Map<String, String> drawn(String chat, Card card) {
        var parameters = new HashMap<String, String>();
        parameters.put("chatId", chat);
        parameters.put("text", card.words());
        parameters.put("parseMode", "HTML");
        parameters.put("inlineKeyboardMarkup", Keyboard.of(card));
        return parameters;
    }

    @Override
    public List<Happening> happenings(long after) {
        var parameters = Map.of(
                "lastEventId", Long.toString(after),
                "pollTime", Long.toString(settings.poll().toSeconds()));
        var answer = ask("/events/get", parameters, PATIENCE.plus(settings.poll()));
        if (!answer.ok()) throw new MessengerAway(answer.description());
        return answer.happenings();
    }

    @Override
    public void acknowledge(String query, String words) {
        ask("/messages/answerCallbackQuery", Map.of("queryId", query, "text", words), PATIENCE);
    }

    /** The token says which; it is not told. */
    @Override
    public String bot() {
        return new Secret(settings.token().orElseThrow()).fingerprint();
    }

    /** While it is too much nothing is sent from here: asking again and again makes it no less. */
    private BotAnswer unlessTooMuch(String method, Map<String, String> parameters) {
        if (pause.isAfter(now.instant())) throw new MessengerAway("It is too much for the messenger");
        var answer = ask(method, parameters, PATIENCE);
        if (answer.tooMuch()) throw rest(USUAL_PAUSE);
        return answer;
    }

    private MessengerAway rest(Duration asked) {
        pause = now.instant().plus(asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE);
        return new MessengerAway("It is too much for the messenger");
    }

    private BotAnswer ask(String method, Map<String, String> parameters, Duration patience) {
        try {
            var answer = http.call(new HttpGet(target(method, parameters)), patience, this::read);
            if (answer.notOurs()) throw new MessengerAway(answer.description());
            return answer;
        } catch (IOException | IllegalArgumentException e) {
            throw new MessengerAway(e.getClass().getSimpleName() + " from the messenger", e);
        }
    }

    private URI target(String method, Map<String, String> parameters) {
        try {
            var api = settings.url().orElseThrow(() -> new MessengerAway("This node knows of no messenger"));
            var target = new URIBuilder(api + method)
                    .addParameter("token", settings.token().orElseThrow());
            parameters.forEach(target::addParameter);
            return target.build();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("kalends.messenger.url was checked at the start", e);
        }
    }

    private BotAnswer read(ClassicHttpResponse response) throws IOException {
        if (response.getCode() == HttpStatus.SC_TOO_MANY_REQUESTS) throw rest(retryAfter(response));
        if (response.getCode() >= HttpStatus.SC_MULTIPLE_CHOICES) throw new MessengerAway("HTTP " + response.getCode());
        return new BotAnswer(ServiceHttp.json(response, LARGEST_ANSWER));
    }

    private static Duration retryAfter(ClassicHttpResponse response) {
        var header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        boolean seconds = header != null && header.getValue().matches("\\d{1,6}");
        return seconds ? Duration.ofSeconds(Long.parseLong(header.getValue())) : USUAL_PAUSE;
    }
}
