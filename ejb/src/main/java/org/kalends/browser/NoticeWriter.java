package org.kalends.browser;

import com.samskivert.mustache.Template;
import org.kalends.event.ChangeNotice;
import org.kalends.notification.wording.EventView;
import org.kalends.notification.wording.News;
import org.kalends.notification.wording.NewsWords;
import org.kalends.template.Templates;

/** Puts news into the few lines that a browser shows. */
final class NoticeWriter {

    private static final Template WORDS = Templates.text(NoticeWriter.class, "notice.txt.mustache");

    private NoticeWriter() {}

    private record View(EventView event) {}

    static ChangeNotice.News write(News news, String tag) {
        var view = NewsWords.of(news).view();
        var body = WORDS.execute(new View(view)).strip();
        return new ChangeNotice.News(view.title(), body, tag, news.links().event());
    }
}
