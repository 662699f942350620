package org.kalends.exchange.ews;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.kalends.http.ClientGrant;
import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.exchange.*}.
 *
 * @param url of its web services; without one there is no Exchange
 * @param login of the account of ours, which may act in the name of the mailboxes
 * @param grant by which tokens are given for the account; instead of a login (OAuth)
 * @param patience how long it may take for a request
 * @param atOnce how many mailboxes are worked on at once, by all nodes together
 */
public record EwsSettings(
        Optional<URI> url, Optional<Login> login, Optional<ClientGrant> grant, Duration patience, int atOnce)
        implements FeatureSettings {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(10);

    /** How name and password are shown. */
    public enum Scheme {
        BASIC,
        NTLM,
        KERBEROS
    }

    /**
     * @param name {@code DOMAIN\\name}, {@code name@domain} or a name alone
     * @param password empty where there is a file of keys
     * @param keytab the file of keys; only of Kerberos
     */
    public record Login(String name, String password, Scheme scheme, Optional<Path> keytab) {}

    public EwsSettings {
        if (url.isPresent() && login.isEmpty() && grant.isEmpty())
            throw new IllegalArgumentException("kalends.exchange.url says nothing without kalends.exchange.login and"
                    + " kalends.exchange.password, or kalends.exchange.token-url");
        login.filter(one -> one.scheme() != Scheme.KERBEROS && one.keytab().isPresent())
                .ifPresent(one -> {
                    throw new IllegalArgumentException(
                            "kalends.exchange.keytab says nothing without kalends.exchange.authentication=kerberos");
                });
    }

    /** For how long somebody may be silent who asks so often between two signs of life. */
    public Duration lease(int questions) {
        var longest = patience.multipliedBy(questions);
        return longest.compareTo(SHORTEST_LEASE) > 0 ? longest : SHORTEST_LEASE;
    }

    /** @throws IllegalArgumentException naming the key, if a value makes no sense */
    public static EwsSettings from(Values values) {
        var url = "kalends.exchange.url";
        return new EwsSettings(
                values.text(url).map(text -> values.address(url, text)),
                login(values),
                ClientGrant.from(values, "kalends.exchange"),
                values.span("kalends.exchange.patience", "PT30S"),
                values.whole("kalends.exchange.at-once", 1, 100, "10"));
    }

    private static Optional<Login> login(Values values) {
        var name = values.text("kalends.exchange.login");
        var password = values.secret("kalends.exchange.password");
        var keytab = values.text("kalends.exchange.keytab").map(Path::of);
        var scheme = values.choice("kalends.exchange.authentication", Scheme.class, "basic");
        return name.filter(who -> password.isPresent() || keytab.isPresent())
                .map(who -> new Login(who, password.orElse(""), scheme, keytab));
    }
}
