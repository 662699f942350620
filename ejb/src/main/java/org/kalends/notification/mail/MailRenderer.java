package org.kalends.notification.mail;

import com.samskivert.mustache.Template;
import org.kalends.notification.wording.News;
import org.kalends.notification.wording.NewsWords;
import org.kalends.template.Templates;

/** Puts news into a mail: subject, plain text and HTML. */
public final class MailRenderer {

    private static final Template HTML = Templates.html(MailRenderer.class, "event.html.mustache");
    private static final Template TEXT = Templates.text(MailRenderer.class, "event.txt.mustache");

    public RenderedMail render(News news) {
        var words = NewsWords.of(news);
        return new RenderedMail(words.subject(), TEXT.execute(words.view()), HTML.execute(words.view()));
    }
}
