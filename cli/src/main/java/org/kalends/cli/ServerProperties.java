package org.kalends.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kalends.cli.bot.BotSimulator;

/** What the server is told about this installation, as system properties of its process. */
record ServerProperties(Path home, MicroServer.Settings settings) {

    List<String> asArguments() {
        return all().entrySet().stream()
                .filter(entry -> isOurs(entry.getKey()) || !Environment.has(entry.getKey()))
                .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    /** What the launcher has to know itself; for all else, what the operator says wins. */
    private static boolean isOurs(String key) {
        return key.startsWith("kalends.broker.") || key.equals("kalends.http.drain-file");
    }

    private Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("kalends.base-url", "http://127.0.0.1:" + settings.port());
        all.put("kalends.mail.host", settings.relay().host());
        all.put("kalends.mail.port", Integer.toString(settings.relay().port()));
        all.put("kalends.mail.from", "calendar@kalends.test");
        all.put("kalends.mail.domain", "kalends.test");
        all.put("kalends.attachments.directory", home.resolve("attachments").toString());
        all.put("kalends.demo.enabled", Boolean.toString(settings.demo()));
        all.put("kalends.demo.mail-directory", home.resolve("mail").toString());
        if (settings.messenger() != null) {
            var messenger = "http://" + settings.messenger().host() + ":"
                    + settings.messenger().port();
            all.put("kalends.messenger.url", messenger + BotSimulator.API);
            all.put("kalends.messenger.token", BotSimulator.TOKEN);
            all.put("kalends.demo.messenger", messenger);
        }
        all.put(
                "kalends.http.drain-file",
                MicroServer.drain(home, settings.port()).file().toString());
        all.put("kalends.broker.directory", home.resolve("broker").toString());
        if (settings.brokerPort() != null)
            all.put("kalends.broker.port", settings.brokerPort().toString());
        return all;
    }
}
