package org.kalends.notification.jmx;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.kalends.figures.Counts;
import org.kalends.figures.Figures;
import org.kalends.figures.MBeans;
import org.kalends.identity.PersonalSettings.Channel;

/** Sums the counters of each channel for consoles; {@code /metrics} shows them one by one. */
@Singleton
@Startup
@DependsOn("Migrations")
public class ChannelMBeans {

    private static final Map<Channel, Sums> SUMS = Map.of(
            Channel.MAIL,
            new Sums(
                    List.of("kalends_mails_sent", "kalends_reminders mail sent", "kalends_digests mail sent"),
                    List.of("kalends_mails_failed", "kalends_reminders mail refused"),
                    List.of("kalends_mails_delayed"),
                    List.of("kalends_mails_bounced")),
            Channel.MESSENGER,
            new Sums(
                    List.of("kalends_cards shown"),
                    List.of("kalends_cards refused"),
                    List.of("kalends_cards delayed"),
                    List.of()),
            Channel.BROWSER,
            new Sums(
                    List.of("kalends_pushes pushed"),
                    List.of("kalends_pushes refused", "kalends_pushes gone"),
                    List.of("kalends_pushes delayed"),
                    List.of()));

    @Inject
    Figures figures;

    @Inject
    MBeans beans;

    /** Counters, each by its name and values of its tags. */
    private record Sums(List<String> sent, List<String> failed, List<String> delayed, List<String> bounced) {}

    @PostConstruct
    void register() {
        SUMS.forEach((channel, sums) ->
                beans.register("type=Channel,name=" + channel.token(), new View(channel, sums, figures.counts())));
    }

    @PreDestroy
    void unregister() {
        beans.unregisterAll();
    }

    private record View(Channel channel, Sums sums, Counts counts) implements ChannelMXBean {

        @Override
        public long getSent() {
            return sum(sums.sent());
        }

        @Override
        public long getFailed() {
            return sum(sums.failed());
        }

        @Override
        public long getDelayed() {
            return sum(sums.delayed());
        }

        @Override
        public long getBounced() {
            return sum(sums.bounced());
        }

        @Override
        public long getMuted() {
            return sum(List.of("kalends_muted " + channel.token()));
        }

        private long sum(List<String> counters) {
            return counters.stream()
                    .map(counter -> List.of(counter.split(" ")))
                    .mapToLong(this::counted)
                    .sum();
        }

        private long counted(List<String> counter) {
            return counts.of(counter.get(0), counter.subList(1, counter.size()));
        }
    }
}
