package org.kalends.notification.wording;

import java.util.List;
import java.util.Locale;
import org.kalends.icalendar.EventComponent;
import org.kalends.notification.NewsKind;
import org.kalends.notification.domain.EventPair;

/**
 * News in words.
 *
 * @param subject all of it in one line
 * @param view for the templates of the channels
 */
public record NewsWords(String subject, EventView view) {

    private static final int LONGEST_TITLE = 200;

    /** In the language of the reader and by his clock. */
    public static NewsWords of(News news) {
        var texts = new Texts(news.reader().language());
        var pairs = news.before() == null ? List.<EventPair>of() : EventPair.differing(news.before(), news.after());
        var focus = pairs.isEmpty() ? news.after().lead() : pairs.get(0).after();
        return new NewsWords(subject(texts, news, focus), new EventViews(texts, news).of(focus, pairs));
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
        if (news.kind() != NewsKind.ANSWER) return kind;
        var answer = news.answer();
        return answer.proposed() != null
                ? "proposal"
                : kind + "." + answer.status().token().toLowerCase(Locale.ROOT);
    }
}
