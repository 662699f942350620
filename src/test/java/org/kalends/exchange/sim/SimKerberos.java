package org.kalends.exchange.sim;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.ChannelBinding;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** Lets connections in that show a ticket for this service, as IIS does. */
public final class SimKerberos {

    private static final String SCHEME = "Negotiate ";

    private final Subject service;
    private final ChannelBinding channel;
    private final Set<InetSocketAddress> within = ConcurrentHashMap.newKeySet();
    private final AtomicInteger tickets = new AtomicInteger();
    private volatile String last = "";

    /**
     * @param keytab with the service's keys
     * @param channel to which a ticket has to be bound; null for none
     */
    public SimKerberos(String principal, Path keytab, ChannelBinding channel) {
        this.channel = channel;
        try {
            var context = new LoginContext("service", null, null, configuration(principal, keytab));
            context.login();
            service = context.getSubject();
        } catch (LoginException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Configuration configuration(String principal, Path keytab) {
        Map<String, String> options = Map.of(
                "useKeyTab", "true",
                "keyTab", keytab.toString(),
                "storeKey", "true",
                "isInitiator", "false",
                "principal", principal);
        var entry = new AppConfigurationEntry(
                "com.sun.security.auth.module.Krb5LoginModule", LoginModuleControlFlag.REQUIRED, options);
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {entry};
            }
        };
    }

    /** How often somebody showed a ticket. */
    public int tickets() {
        return tickets.get();
    }

    /** Whose the last one was. */
    public String last() {
        return last;
    }

    /** Whether the connection is let in; else it is asked who it is. */
    public boolean lets(HttpExchange exchange) throws IOException {
        var connection = exchange.getRemoteAddress();
        var said = exchange.getRequestHeaders().getFirst("Authorization");
        if (said != null && said.startsWith(SCHEME)) {
            tickets.incrementAndGet();
            if (proves(Base64.getDecoder().decode(said.substring(SCHEME.length())))) within.add(connection);
        }
        if (within.contains(connection)) return true;
        exchange.getResponseHeaders().set("WWW-Authenticate", SCHEME.strip());
        exchange.sendResponseHeaders(401, -1);
        return false;
    }

    private boolean proves(byte[] token) {
        try {
            last = Subject.doAs(service, (PrivilegedExceptionAction<String>) () -> accepted(token));
            return true;
        } catch (PrivilegedActionException e) {
            return false;
        }
    }

    private String accepted(byte[] token) throws GSSException {
        var context = GSSManager.getInstance().createContext((GSSCredential) null);
        if (channel != null) context.setChannelBinding(channel);
        context.acceptSecContext(token, 0, token.length);
        return context.getSrcName().toString();
    }
}
