package org.kalends.exchange.ews.xml;

import java.util.Arrays;
import java.util.Optional;

/** The three that a message is made of, each with the prefix that stands before its names. */
enum Namespace {
    SOAP("soap", "http://schemas.xmlsoap.org/soap/envelope/"),
    MESSAGES("m", "http://schemas.microsoft.com/exchange/services/2006/messages"),
    TYPES("t", "http://schemas.microsoft.com/exchange/services/2006/types");

    private final String prefix;
    private final String uri;

    Namespace(String prefix, String uri) {
        this.prefix = prefix;
        this.uri = uri;
    }

    String prefix() {
        return prefix;
    }

    String uri() {
        return uri;
    }

    static Optional<Namespace> of(String uri) {
        return Arrays.stream(values()).filter(one -> one.uri.equals(uri)).findFirst();
    }
}
