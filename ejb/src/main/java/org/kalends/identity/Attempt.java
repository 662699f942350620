package org.kalends.identity;

import java.util.Locale;

/**
 * Somebody says who he is.
 *
 * @param account user name or any address, as it is compared
 * @param network the caller's address, as far as it is known
 */
public record Attempt(String account, Secret secret, String network) {

    private static final int LONGEST_ACCOUNT = 254; // an address is no longer: RFC 5321, 4.5.3.1.3
    private static final int LONGEST_SECRET = 1_024;

    public Attempt {
        account = account.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether such an account and such a secret can exist at all; otherwise neither is asked for. */
    boolean plausible() {
        return !account.isEmpty()
                && account.length() <= LONGEST_ACCOUNT
                && account.indexOf('\0') < 0
                && !secret.value().isEmpty()
                && secret.value().length() <= LONGEST_SECRET;
    }
}
