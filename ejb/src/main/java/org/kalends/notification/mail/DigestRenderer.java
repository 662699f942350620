package org.kalends.notification.mail;

import com.samskivert.mustache.Template;
import org.kalends.notification.wording.DigestView;
import org.kalends.template.Templates;

/** Puts somebody's day into a mail: subject, plain text and HTML. */
public final class DigestRenderer {

    private static final Template HTML = Templates.html(DigestRenderer.class, "digest.html.mustache");
    private static final Template TEXT = Templates.text(DigestRenderer.class, "digest.txt.mustache");

    public RenderedMail render(DigestView view) {
        return new RenderedMail(view.subject(), TEXT.execute(view), HTML.execute(view));
    }
}
