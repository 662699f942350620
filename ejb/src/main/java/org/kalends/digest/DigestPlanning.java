package org.kalends.digest;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kalends.digest.store.DigestStore;
import org.kalends.digest.store.DigestStore.Due;
import org.kalends.identity.Directory;
import org.kalends.identity.Person;
import org.kalends.identity.PersonalSettings;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.identity.PersonalSettings.Notice;
import org.kalends.identity.SettingsChosen;
import org.kalends.identity.SettingsOf;
import org.kalends.outbox.Outbox;
import org.kalends.outbox.OutboxMessage;

/** Decides whose day is told when; nodes take turns by locks that pass over each other's. */
@Stateless
public class DigestPlanning {

    /** A day that is half over is told no more. */
    private static final Duration LATEST = Duration.ofHours(6);

    private static final int LOT = 200;
    private static final Set<Channel> WAYS = EnumSet.of(Channel.MAIL, Channel.MESSENGER);

    @Inject
    DigestStore store;

    @Inject
    Directory directory;

    @Inject
    SettingsOf settings;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** From now on, or no more. */
    public void onChoice(@Observes SettingsChosen chosen) {
        var own = chosen.settings();
        if (WAYS.stream().anyMatch(way -> own.wants(Notice.DIGEST, way)))
            store.put(chosen.person(), next(own, clock.instant()));
        else store.remove(chosen.person());
    }

    /** False when nothing was due. */
    public boolean planLot() {
        var due = store.due(LOT);
        if (due.isEmpty()) return false;
        var people = directory.people(due.stream().map(Due::person).toList());
        var chosen = settings.of(people.values().stream().map(Person::principal).toList());
        var messages = new ArrayList<OutboxMessage>();
        for (var one : due) {
            var own = people.containsKey(one.person()) ? chosen.get(one.person()) : null;
            if (own == null) {
                store.remove(one.person());
                continue;
            }
            if (one.at().plus(LATEST).isAfter(one.now())) messages.addAll(messages(one, own));
            store.put(one.person(), next(own, one.now()));
        }
        outbox.add(messages);
        return true;
    }

    private static List<OutboxMessage> messages(Due due, PersonalSettings own) {
        var day = due.at().atZone(own.zone()).toLocalDate();
        return WAYS.stream()
                .filter(way -> own.wants(Notice.DIGEST, way))
                .map(way -> new Digest(due.person(), day, way).message(due.now()))
                .toList();
    }

    /** The next time that the person's clock shows the hour. */
    static Instant next(PersonalSettings own, Instant after) {
        var hour = own.manner().digestAt();
        var today = after.atZone(own.zone()).toLocalDate();
        var first = today.atTime(hour).atZone(own.zone()).toInstant();
        return first.isAfter(after)
                ? first
                : today.plusDays(1).atTime(hour).atZone(own.zone()).toInstant();
    }
}
