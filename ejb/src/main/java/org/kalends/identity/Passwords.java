package org.kalends.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Account passwords, hashed by PBKDF2-HMAC-SHA256 with 600,000 rounds; slow on purpose. */
@ApplicationScoped
public class Passwords {

    private static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
            "Pbkdf2PasswordHash.Iterations", "600000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32");

    @Inject
    Pbkdf2PasswordHash hash;

    private String nobodys = "";

    @PostConstruct
    void prepare() {
        hash.initialize(PARAMETERS);
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
