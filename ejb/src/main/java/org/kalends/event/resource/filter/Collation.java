package org.kalends.event.resource.filter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * How text is compared.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4790#section-9">RFC 4790, 9; RFC 5051 (i;unicode-casemap)</a>
 */
public enum Collation {
    ASCII_CASEMAP("i;ascii-casemap") {
        @Override
        public String key(String text) {
            var key = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                key.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
            }
            return key.toString();
        }
    },
    OCTET("i;octet") {
        @Override
        public String key(String text) {
            return text;
        }
    },
    UNICODE_CASEMAP("i;unicode-casemap") {
        @Override
        public String key(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKD)
                    .toUpperCase(Locale.ROOT)
                    .toLowerCase(Locale.ROOT);
        }
    };

    private final String token;

    Collation(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }

    /** Texts that the collation takes for equal have equal keys. */
    public abstract String key(String text);

    public static Optional<Collation> of(String token) {
        for (var collation : values()) if (collation.token.equals(token)) return Optional.of(collation);
        return Optional.empty();
    }
}
