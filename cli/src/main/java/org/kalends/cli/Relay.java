package org.kalends.cli;

/** Where outgoing mail goes. */
record Relay(String host, int port) {

    /** @throws IllegalArgumentException if the text is not HOST:PORT */
    static Relay parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) throw new IllegalArgumentException("--smtp must be HOST:PORT, was " + text);
        try {
            return new Relay(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--smtp must be HOST:PORT, was " + text, e);
        }
    }
}
