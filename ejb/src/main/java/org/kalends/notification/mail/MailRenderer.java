package org.kalends.notification.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.kalends.notification.wording.News;
import org.kalends.notification.wording.NewsWords;

/** Puts news into a mail: subject, plain text and HTML. */
public final class MailRenderer {

    private static final Template HTML = template(Mustache.compiler(), "event.html.mustache");
    private static final Template TEXT = template(Mustache.compiler().escapeHTML(false), "event.txt.mustache");

    public RenderedMail render(News news) {
        var words = NewsWords.of(news);
        return new RenderedMail(words.subject(), TEXT.execute(words.view()), HTML.execute(words.view()));
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
