package org.kalends.exchange.sim;

import com.sun.net.httpserver.HttpExchange;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Gives a cookie that leads to the server of a mailbox, and looks whether it comes back for that mailbox and no other. */
final class SimAffinity {

    private static final String NAME = "X-BackEndOverrideCookie=";

    private final Map<String, Integer> found = new ConcurrentHashMap<>();

    /** What is wrong with it; empty if all is well. */
    Optional<String> look(HttpExchange exchange) {
        var anchor = String.valueOf(exchange.getRequestHeaders().getFirst("X-AnchorMailbox"));
        var mine = NAME + Integer.toHexString(anchor.hashCode());
        var cookie = exchange.getRequestHeaders().getFirst("Cookie");
        if (cookie == null) exchange.getResponseHeaders().add("Set-Cookie", mine + "; path=/");
        else if (!cookie.equals(mine)) return Optional.of("the cookie of another mailbox than " + anchor);
        else found.merge(anchor, 1, Integer::sum);
        return Optional.empty();
    }

    /** Requests that came with the cookie. */
    int found(String mailbox) {
        return found.getOrDefault(mailbox, 0);
    }
}
