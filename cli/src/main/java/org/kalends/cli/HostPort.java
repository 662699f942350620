package org.kalends.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where something listens. */
record HostPort(String host, int port) {

    private static final int HIGHEST_PORT = 65_535;

    /** Reads {@code HOST:PORT}; an IPv6 address stands in brackets. */
    static final class Reader implements ITypeConverter<HostPort> {

        @Override
        public HostPort convert(String text) {
            int colon = text.lastIndexOf(':');
            if (colon < 1) throw refused(text);
            var host = text.substring(0, colon);
            boolean bare = host.contains(":") && !(host.startsWith("[") && host.endsWith("]"));
            if (bare || host.isBlank() || host.chars().anyMatch(c -> c <= ' ' || c == '/')) throw refused(text);
            return new HostPort(host, port(text, text.substring(colon + 1)));
        }

        private static int port(String text, String number) {
            try {
                int port = Integer.parseInt(number);
                if (port >= 1 && port <= HIGHEST_PORT) return port;
            } catch (NumberFormatException e) {
                throw refused(text);
            }
            throw refused(text);
        }

        private static TypeConversionException refused(String text) {
            return new TypeConversionException("must be HOST:PORT, a port in 1 to 65535, was '" + text + "'");
        }
    }
}
