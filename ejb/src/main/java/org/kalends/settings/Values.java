package org.kalends.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads one feature's keys, and remembers what they were for the one line that is logged about them. */
public final class Values {

    /** What the launcher looks for when the server does not come up. */
    public static final String REFUSED = "Configuration refused: ";

    private static final Logger LOG = Logger.getLogger(Values.class.getName());

    private final Config config;
    private final Map<String, String> effective = new TreeMap<>();

    Values(Config config) {
        this.config = config;
    }

    /**
     * Settings made from the configuration, and what took effect logged, secrets masked.
     *
     * @throws IllegalArgumentException if a value makes no sense; that is logged too
     */
    public static <T extends FeatureSettings> T read(Function<Values, T> feature) {
        try {
            var values = new Values(ConfigProvider.getConfig());
            var settings = feature.apply(values);
            LOG.info(() -> "Configuration: " + values.effective());
            return settings;
        } catch (IllegalArgumentException e) {
            LOG.severe(() -> REFUSED + e.getMessage());
            throw e;
        }
    }

    /** As {@link #read}, of any configuration and without a word in the log. */
    public static Values of(Config config) {
        return new Values(config);
    }

    /** Each key that was read and the value that took effect. */
    public Map<String, String> effective() {
        return Map.copyOf(effective);
    }

    public Optional<String> text(String key) {
        var found = raw(key);
        effective.put(key, found.orElse(""));
        return found;
    }

    public String text(String key, String otherwise) {
        var value = raw(key).orElse(otherwise);
        effective.put(key, value);
        return value;
    }

    /** With commas between; often none. */
    public Set<String> names(String key) {
        return Arrays.stream(text(key, "").split(","))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Never logged. */
    public Optional<String> secret(String key) {
        var found = raw(key);
        effective.put(key, found.isPresent() ? "***" : "");
        return found;
    }

    /** ISO 8601, not negative. */
    public Duration duration(String key, String otherwise) {
        var value = text(key, otherwise);
        try {
            var duration = Duration.parse(value.toUpperCase(Locale.ROOT));
            if (!duration.isNegative()) return duration;
        } catch (DateTimeParseException e) {
            throw new InvalidSetting(key, "a duration like PT15M or P1D", value);
        }
        throw new InvalidSetting(key, "a duration that is not negative", value);
    }

    /** ISO 8601, longer than nothing. */
    public Duration span(String key, String otherwise) {
        var duration = duration(key, otherwise);
        if (duration.isZero()) throw new InvalidSetting(key, "longer than nothing", duration);
        return duration;
    }

    public boolean flag(String key, String otherwise) {
        var value = text(key, otherwise).toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) throw new InvalidSetting(key, "true or false", value);
        return value.equals("true");
    }

    public int whole(String key, int least, int most, String otherwise) {
        var value = text(key, otherwise);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            throw new InvalidSetting(key, "a whole number", value);
        }
        throw new InvalidSetting(key, "a number from " + least + " to " + most, value);
    }

    public <E extends Enum<E>> E choice(String key, Class<E> among, String otherwise) {
        var value = text(key, otherwise);
        return Arrays.stream(among.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(value.replace('-', '_')))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidSetting(key, "one of " + Arrays.toString(among.getEnumConstants()), value));
    }

    /** Addresses and CIDR blocks with commas between; often none. */
    public Networks networks(String key) {
        var value = text(key, "");
        try {
            return Networks.parse(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(key, "addresses and CIDR blocks", value);
        }
    }

    /** An http or https address without anything behind the path. */
    public URI address(String key, String otherwise) {
        var value = text(key, otherwise);
        try {
            var uri = new URI(value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) return uri;
        } catch (URISyntaxException e) {
            throw new InvalidSetting(key, "an address like https://calendar.example.org", value);
        }
        throw new InvalidSetting(key, "an address like https://calendar.example.org", value);
    }

    private Optional<String> raw(String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }
}
