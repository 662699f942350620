package org.kalends.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kalends.addresses.AddressCheckSettings;
import org.kalends.attachment.AttachmentSettings;
import org.kalends.attachment.content.webdav.DiskSettings;
import org.kalends.browser.PushSettings;
import org.kalends.caldav.http.CaldavSettings;
import org.kalends.calendar.QuotaSettings;
import org.kalends.event.EventSettings;
import org.kalends.exchange.ews.EwsSettings;
import org.kalends.exchange.sync.SyncSettings;
import org.kalends.identity.FirstAdminSettings;
import org.kalends.identity.IdentitySettings;
import org.kalends.identity.PasswordSettings;
import org.kalends.messenger.MessengerSettings;
import org.kalends.notification.mail.MailSettings;
import org.kalends.scheduling.imap.ImapSettings;
import org.kalends.scheduling.imip.ImipSettings;
import org.kalends.subscription.SubscriptionSettings;
import org.kalends.support.MapConfig;
import org.kalends.transfer.ImportSettings;
import org.kalends.web.demo.DemoSettings;

class ConfigurationTest {

    private static final Map<Class<?>, Function<Values, ? extends FeatureSettings>> FEATURES = Map.ofEntries(
            Map.entry(IdentitySettings.class, IdentitySettings::from),
            Map.entry(FirstAdminSettings.class, FirstAdminSettings::from),
            Map.entry(EventSettings.class, EventSettings::from),
            Map.entry(MailSettings.class, MailSettings::from),
            Map.entry(ImipSettings.class, ImipSettings::from),
            Map.entry(ImapSettings.class, ImapSettings::from),
            Map.entry(ImportSettings.class, ImportSettings::from),
            Map.entry(SubscriptionSettings.class, SubscriptionSettings::from),
            Map.entry(AttachmentSettings.class, AttachmentSettings::from),
            Map.entry(DiskSettings.class, DiskSettings::from),
            Map.entry(AddressCheckSettings.class, AddressCheckSettings::from),
            Map.entry(MessengerSettings.class, MessengerSettings::from),
            Map.entry(EwsSettings.class, EwsSettings::from),
            Map.entry(SyncSettings.class, SyncSettings::from),
            Map.entry(PushSettings.class, PushSettings::from),
            Map.entry(DemoSettings.class, DemoSettings::from),
            Map.entry(CaldavSettings.class, CaldavSettings::from),
            Map.entry(QuotaSettings.class, QuotaSettings::from),
            Map.entry(PasswordSettings.class, PasswordSettings::from));

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(kalends\\.[a-z.-]+)` \\| (?:`([^`]*)`|–) \\| .+ \\|$");

    /** Read past the records: by the adapter, which knows no MicroProfile. Addresses of queues look alike and are none. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?:\\bsetting\\(|@ConfigProperty\\(name = |String [A-Z_]+(?<!_ADDRESS) = )\"(kalends\\.[a-z]+\\.[a-z.-]+)\"");

    @Test
    void everyFeatureIsKnownHere() {
        var records = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.kalends").stream()
                        .filter(c -> c.isAssignableTo(FeatureSettings.class) && !c.isInterface())
                        .map(JavaClass::reflect)
                        .toList();
        assertThat(records).isNotEmpty().hasSameElementsAs(FEATURES.keySet());
    }

    @Test
    void theDocumentNamesEveryKeyAndNoOther() throws IOException {
        var known = new TreeSet<>(defaults().keySet());
        known.addAll(readElsewhere());
        assertThat(documented().keySet()).containsExactlyElementsOf(known);
    }

    @Test
    void theDocumentNamesTheDefaultsThatTakeEffect() throws IOException {
        var documented = documented();
        documented.keySet().retainAll(defaults().keySet());
        assertThat(documented).isEqualTo(new TreeMap<>(defaults()));
    }

    private static Map<String, String> defaults() {
        var defaults = new HashMap<String, String>();
        for (var feature : FEATURES.values()) {
            var values = Values.of(new MapConfig(Map.of()));
            assertThat(feature.apply(values)).isNotNull();
            defaults.putAll(values.effective());
        }
        return defaults;
    }

    private static Map<String, String> documented() throws IOException {
        var rows = new TreeMap<String, String>();
        var found = ROW.matcher(Files.readString(Path.of("../docs/configuration.md")));
        while (found.find()) rows.put(found.group(1), found.group(2) == null ? "" : found.group(2));
        return rows;
    }

    private static List<String> readElsewhere() throws IOException {
        var keys = new TreeSet<String>();
        for (var module : List.of("ejb", "web", "caldav-war", "jms-config")) {
            try (var files = Files.walk(Path.of("../..", module, "src/main/java"))) {
                for (var file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    var found = ELSEWHERE.matcher(Files.readString(file));
                    while (found.find()) keys.add(found.group(1));
                }
            }
        }
        return List.copyOf(keys);
    }

    @ParameterizedTest
    @CsvSource({
        "kalends.messenger.url, somewhere, an address",
        "kalends.messenger.url, https://bots.example.org/bot/v1, without kalends.messenger.token",
        "kalends.messenger.poll, PT1H, PT1S to PT5M",
        "kalends.identity.session-idle, soon, a duration",
        "kalends.identity.session-idle, PT0S, longer than nothing",
        "kalends.identity.session-age, PT1M, at least session-idle",
        "kalends.identity.sessions-per-person, 0, from 1",
        "kalends.identity.sessions-per-person, many, whole number",
        "kalends.identity.caldav-account-password, perhaps, true or false",
        "kalends.identity.password-rounds, 2000, at least 600000",
        "kalends.http.trusted-proxies, 10.0.0.0/99, CIDR",
        "kalends.event.edit-lock-length, -PT2M, not negative",
        "kalends.mail.port, 70000, to 65535",
        "kalends.mail.starttls, sometimes, REQUIRED",
        "kalends.mail.from, nobody, mail address",
        "kalends.base-url, ftp://x, address",
        "kalends.mail.coalesce, PT1S, kalends.mail.undo",
    })
    void aBadValueIsRefusedByItsKey(String key, String value, String must) {
        assertThatThrownBy(() -> all(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(must)
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @CsvSource({
        "login=root, first-admin.address must be a mail address",
        "login=root address=nobody, first-admin.address must be a mail address",
        "login=root address=a@b.test, first-admin.password-file must be said",
        "address=a@b.test, first-admin.login must be said",
    })
    void aFirstAdministratorWhoIsHalfNamedIsRefused(String said, String refusal) {
        var configured = new HashMap<String, String>();
        for (var one : said.split(" ")) {
            configured.put("kalends.identity.first-admin." + one.split("=")[0], one.split("=")[1]);
        }
        assertThatThrownBy(() -> all(configured)).hasMessageContaining(refusal);
    }

    private static List<FeatureSettings> all(Map<String, String> configured) {
        return FEATURES.values().stream()
                .<FeatureSettings>map(feature -> feature.apply(Values.of(new MapConfig(configured))))
                .toList();
    }

    @Test
    void aSecretIsReadAndMasked() {
        var secret = Map.of("kalends.mail.user", "svc", "kalends.mail.password", "hush");
        var values = Values.of(new MapConfig(secret));
        var settings = MailSettings.from(values);
        assertThat(settings.relay().user().orElseThrow().password()).isEqualTo("hush");
        assertThat(values.effective().toString() + settings)
                .doesNotContain("hush")
                .contains("***");
    }

    @Test
    void aFileGivesTheValueOfItsKey(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("secret"), " hush\n");
        var source = new SecretFiles(Map.of("KALENDS_MAIL_PASSWORD_FILE", file.toString(), "OTHER_FILE", "x"));
        assertThat(source.getValue("kalends.mail.password")).isEqualTo("hush");
        assertThat(source.getValue("kalends.mail.user")).isNull();
        assertThat(source.getPropertyNames()).containsExactly("KALENDS_MAIL_PASSWORD");
        assertThatThrownBy(() -> new SecretFiles(Map.of("KALENDS_MAIL_PASSWORD_FILE", "/nowhere/at/all")))
                .hasMessageContaining("KALENDS_MAIL_PASSWORD_FILE")
                .hasMessageContaining("/nowhere/at/all");
    }
}
