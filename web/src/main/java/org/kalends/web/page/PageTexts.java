package org.kalends.web.page;

import static java.util.stream.Collectors.toMap;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The words of a page, in Russian or English.
 *
 * @param locale the language that is spoken
 */
public record PageTexts(Locale locale, ResourceBundle words) {

    /** @param wanted what the reader's browser asks for; what is neither language gets English */
    public static PageTexts of(Locale wanted, String bundle) {
        var locale = wanted.getLanguage().equals("ru") ? Locale.forLanguageTag("ru") : Locale.ENGLISH;
        var control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return new PageTexts(locale, ResourceBundle.getBundle(bundle, locale, control));
    }

    public String language() {
        return locale.getLanguage();
    }

    /** All of them, by their keys. */
    public Map<String, String> all() {
        return words.keySet().stream().collect(toMap(key -> key, words::getString));
    }

    /** Moments by this machine's clock, {@code 29 Nov, 08:24}. */
    public DateTimeFormatter moments() {
        return DateTimeFormatter.ofPattern("d MMM, HH:mm", locale).withZone(ZoneId.systemDefault());
    }
}
