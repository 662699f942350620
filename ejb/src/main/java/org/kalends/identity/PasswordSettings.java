package org.kalends.identity;

import org.kalends.settings.FeatureSettings;
import org.kalends.settings.InvalidSetting;
import org.kalends.settings.Values;

/**
 * What a guess at an account password costs: {@code kalends.identity.password-rounds}.
 *
 * @param rounds of PBKDF2 for passwords that are set from now on; stored ones keep theirs
 */
public record PasswordSettings(int rounds) implements FeatureSettings {

    private static final String ROUNDS = "kalends.identity.password-rounds";
    private static final String SAFE = "600000";
    private static final int LEAST = 2_000;
    private static final int MOST = 10_000_000;

    /**
     * Fewer rounds than are safe serve a demo organisation only, whose password everybody knows.
     *
     * @throws IllegalArgumentException naming the key, if a value makes no sense
     */
    public static PasswordSettings from(Values values) {
        int rounds = values.whole(ROUNDS, LEAST, MOST, SAFE);
        boolean demo = values.flag("kalends.demo.enabled", "false");
        if (!demo && rounds < Integer.parseInt(SAFE)) {
            throw new InvalidSetting(ROUNDS, "at least " + SAFE + " where kalends.demo.enabled is false", rounds);
        }
        return new PasswordSettings(rounds);
    }
}
