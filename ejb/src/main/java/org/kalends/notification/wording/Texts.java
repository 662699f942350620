package org.kalends.notification.wording;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The words of one language, from the bundle {@code texts}; plurals and ordinals by ICU. A language that the bundle
 * lacks gets English.
 */
final class Texts {

    private static final Control ENGLISH_OTHERWISE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle words;

    Texts(Locale language) {
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "org.kalends.notification.wording.texts", language, Texts.class.getClassLoader(), ENGLISH_OTHERWISE);
    }

    /** The language that is really spoken. */
    Locale language() {
        return words.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : language;
    }

    String say(String key, Object... arguments) {
        var pattern = words.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, language()).format(arguments);
    }

    /** One of a list, counted from zero. */
    String item(String key, int index) {
        return words.getString(key).split(",", -1)[index];
    }
}
