package org.kalends.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Account passwords, hashed by PBKDF2-HMAC-SHA256 with 600,000 rounds unless told otherwise; slow on purpose. */
@ApplicationScoped
public class Passwords {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final String SALT_BYTES = "32";

    @Inject
    Pbkdf2PasswordHash hash;

    @Inject
    PasswordSettings settings;

    private String nobodys = "";

    @PostConstruct
    void prepare() {
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", ALGORITHM,
                "Pbkdf2PasswordHash.Iterations", Integer.toString(settings.rounds()),
                "Pbkdf2PasswordHash.SaltSizeBytes", SALT_BYTES));
        nobodys = hash("nobody has this password");
    }

    public String hash(String password) {
        return hash.generate(password.toCharArray());
    }

    /** Takes the same time when there is no such account: pass an empty hash then. */
    public boolean matches(String password, String hashed) {
        boolean known = !hashed.isEmpty();
        return hash.verify(password.toCharArray(), known ? hashed : nobodys) && known;
    }
}
