package org.kalends.notification.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.kalends.icalendar.EventComponent;
import org.kalends.notification.MailKind;
import org.kalends.notification.domain.EventPair;

/** Puts news into words: subject, plain text and HTML, in the reader's language and by his clock. */
public final class MailRenderer {

    private static final int LONGEST_TITLE = 200;
    private static final Template HTML = template(Mustache.compiler(), "event.html.mustache");
    private static final Template TEXT = template(Mustache.compiler().escapeHTML(false), "event.txt.mustache");

    public RenderedMail render(News news) {
        var texts = new Texts(news.reader().language());
        var pairs = news.before() == null ? List.<EventPair>of() : EventPair.differing(news.before(), news.after());
        var focus = pairs.isEmpty() ? news.after().lead() : pairs.get(0).after();
        var view = new EventViews(texts, news).of(focus, pairs);
        return new RenderedMail(subject(texts, news, focus), TEXT.execute(view), HTML.execute(view));
    }

    private static String subject(Texts texts, News news, EventComponent focus) {
        return PlainText.line(texts.say(
                "subject." + key(news),
                title(texts, focus),
                new WhenText(texts).of(focus.timing(), news.reader().zone()),
                PlainText.line(news.author().name())));
    }

    static String title(Texts texts, EventComponent component) {
        var title = PlainText.line(component.details().title());
        return title.isEmpty() ? texts.say("untitled") : PlainText.cut(title, LONGEST_TITLE);
    }

    /** {@code invitation}, {@code answer.accepted} and so on. */
    static String key(News news) {
        var kind = news.kind().name().toLowerCase(Locale.ROOT);
        if (news.kind() != MailKind.ANSWER) return kind;
        var answer = news.answer();
        return answer.proposed() != null
                ? "proposal"
                : kind + "." + answer.status().token().toLowerCase(Locale.ROOT);
    }

    private static Template template(Mustache.Compiler compiler, String name) {
        try (var stream = MailRenderer.class.getResourceAsStream(name)) {
            if (stream == null) throw new IllegalStateException("The mail template " + name + " is missing");
            return compiler.compile(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The mail template " + name + " cannot be read", e);
        }
    }
}
