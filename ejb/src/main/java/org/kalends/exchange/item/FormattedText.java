package org.kalends.exchange.item;

import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;
import org.kalends.exchange.ews.xml.Element;
import org.kalends.icalendar.text.ContentLine;
import org.kalends.icalendar.text.Param;
import org.kalends.icalendar.text.Texts;

/**
 * The words of an item with their looks, as far as they can hurt nobody: no script, no style, nothing that is fetched when
 * it is read. Pictures within the text are files of the event.
 *
 * @see <a href="https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ms-oxcical/">MS-OXCICAL, X-ALT-DESC</a>
 */
final class FormattedText {

    static final String PROPERTY = "X-ALT-DESC";
    private static final int LONGEST = 256 << 10;

    private static final Safelist HARMLESS = Safelist.relaxed()
            .removeTags("img")
            .removeProtocols("a", "href", "ftp")
            .addProtocols("a", "href", "tel");

    /** Elements that say nothing which a plain text does not say as well. */
    private static final Set<String> PLAIN = Set.of("#root", "html", "head", "body", "div", "p", "br", "span");

    private static final Document.OutputSettings AS_IT_IS = new Document.OutputSettings().prettyPrint(false);

    private FormattedText() {}

    /** Empty where the words have no looks, or where these are longer than anybody writes. */
    static Optional<ContentLine> line(Element item) {
        return item.child("t:Body")
                .filter(body -> body.has("BodyType", "HTML"))
                .flatMap(body -> harmless(body.text()))
                .map(html -> ContentLine.of(PROPERTY, Texts.escape(html), Param.of("FMTTYPE", "text/html")));
    }

    /** The same of any HTML. */
    static Optional<String> harmless(String html) {
        if (html.length() > LONGEST) return Optional.empty();
        return Optional.of(Jsoup.clean(html, "", HARMLESS, AS_IT_IS).strip()).filter(FormattedText::looks);
    }

    private static boolean looks(String html) {
        return Jsoup.parseBodyFragment(html).getAllElements().stream()
                .anyMatch(element -> !PLAIN.contains(element.tagName()));
    }
}
