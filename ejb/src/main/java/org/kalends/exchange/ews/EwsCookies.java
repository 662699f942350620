package org.kalends.exchange.ews;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.CookieStore;

/**
 * Cookies of a mailbox, by which Exchange finds the server that has it without looking. A node that lacks them is
 * answered all the same.
 *
 * @see <a href="https://learn.microsoft.com/en-us/exchange/client-developer/exchange-web-services/how-to-maintain-affinity-between-group-of-subscriptions-and-mailbox-server">Affinity</a>
 */
@ApplicationScoped
class EwsCookies {

    private static final int MOST = 5_000;

    private final Map<String, CookieStore> stores = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CookieStore> eldest) {
            return size() > MOST;
        }
    };

    CookieStore of(String mailbox) {
        synchronized (stores) {
            return stores.computeIfAbsent(mailbox, address -> new BasicCookieStore());
        }
    }
}
