package org.kalends.transfer;

import org.kalends.settings.FeatureSettings;
import org.kalends.settings.Values;

/**
 * {@code kalends.import.*}.
 *
 * @param largestFile octets
 * @param mostComponents of one file, zones and single instances counted too
 */
public record ImportSettings(int largestFile, int mostComponents) implements FeatureSettings {

    private static final int MOST_OCTETS = 1 << 30;

    /** @throws IllegalArgumentException naming the key, if a value makes no sense */
    public static ImportSettings from(Values values) {
        return new ImportSettings(
                values.whole("kalends.import.largest-file", 1_024, MOST_OCTETS, "33554432"),
                values.whole("kalends.import.most-components", 1, 1_000_000, "20000"));
    }
}
