package org.kalends.notification;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventSeries;
import org.kalends.icalendar.recurrence.Expander;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.PersonalSettings;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.identity.PersonalSettings.Notice;
import org.kalends.identity.Principal;
import org.kalends.identity.SettingsOf;
import org.kalends.notification.store.CopyStore;
import org.kalends.time.Interval;

/** Who of the recipients of a scheduling message is told of it, by whatever channel. */
@Dependent
public class Audience {

    private static final Duration FORESIGHT = Duration.ofDays(366 * 5);

    private final Directory directory;
    private final SettingsOf settings;
    private final CopyStore copies;
    private final Clock clock;

    @Inject
    public Audience(Directory directory, SettingsOf settings, CopyStore copies, Clock clock) {
        this.directory = directory;
        this.settings = settings;
        this.copies = copies;
        this.clock = clock;
    }

    /**
     * The answer.
     *
     * @param people whom it concerns; what waits for them is outdated now
     * @param inside those of them who are inside, by their addresses
     * @param chosen what those chose
     * @param calendars in which of their calendars they have the event, of those who chose anything for single ones
     */
    public record Readers(
            List<CalendarAddress> people,
            Map<CalendarAddress, Principal> inside,
            Map<CalendarAddress, PersonalSettings> chosen,
            Map<UUID, UUID> calendars) {

        static final Readers NONE = new Readers(List.of(), Map.of(), Map.of(), Map.of());

        /** Guests are told of everything; they have nowhere to choose. */
        boolean want(CalendarAddress address, NewsKind kind, Channel channel) {
            var own = chosen.get(address);
            return own == null || own.wants(notice(kind), channel, calendar(address));
        }

        /** Those of the people who are these principals. */
        public Set<CalendarAddress> among(Set<UUID> principals) {
            return people.stream()
                    .filter(address -> Optional.ofNullable(inside.get(address))
                            .filter(principal -> principals.contains(principal.id()))
                            .isPresent())
                    .collect(toSet());
        }

        private @Nullable UUID calendar(CalendarAddress address) {
            var principal = inside.get(address);
            return principal == null ? null : calendars.get(principal.id());
        }

        /** When somebody may be told what is to be told at a moment: what begins before his quiet hours end cannot wait. */
        Instant release(CalendarAddress address, Instant due, Decided decided) {
            var own = chosen.get(address);
            var quiet = own == null ? null : own.manner().quietHours();
            if (own == null || quiet == null) return due;
            var release = quiet.release(due, own.zone());
            boolean begins = release.isAfter(due)
                    && !Expander.expand(decided.series(), new Interval(due, release), own.zone())
                            .isEmpty();
            return begins ? due : release;
        }
    }

    /** People only: rooms read no mail. Not who did it, and nobody about what is over. */
    Readers of(Decided decided, Collection<CalendarAddress> recipients) {
        if (over(decided.before()) && over(decided.after())) return Readers.NONE;
        var inside = directory.byAddress(recipients);
        var people = recipients.stream()
                .distinct()
                .filter(address -> concerns(decided, address, inside.get(address)))
                .toList();
        var settingsById = settings.of(inside.values());
        var chosen = new HashMap<CalendarAddress, PersonalSettings>();
        inside.forEach((address, principal) -> chosen.put(address, settingsById.get(principal.id())));
        return new Readers(people, inside, chosen, calendars(decided, settingsById));
    }

    private Map<UUID, UUID> calendars(Decided decided, Map<UUID, PersonalSettings> settingsById) {
        var choosy = settingsById.entrySet().stream()
                .filter(own -> !own.getValue().manner().calendars().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        return choosy.isEmpty()
                ? Map.of()
                : copies.calendars(choosy, decided.series().uid());
    }

    private static boolean concerns(Decided decided, CalendarAddress address, @Nullable Principal inside) {
        if (address.equals(decided.actorAddress())) return false;
        return inside == null
                || (inside.kind() == Principal.Kind.USER && !inside.address().equals(decided.actorAddress()));
    }

    /** Nothing of it is left to come. An event that was moved out of the past is news, so both states are asked. */
    private boolean over(@Nullable EventSeries series) {
        if (series == null) return true;
        var now = clock.instant();
        return Expander.expand(series, new Interval(now, now.plus(FORESIGHT)), ZoneOffset.UTC)
                .isEmpty();
    }

    private static Notice notice(NewsKind kind) {
        return switch (kind) {
            case INVITATION, AWAITED, ROOM_ASKED -> Notice.INVITATION;
            case CHANGE, HANDOVER, PROPOSAL_DECLINED -> Notice.CHANGE;
            case CANCELLATION -> Notice.CANCELLATION;
            case REMINDER -> Notice.REMINDER;
            case ANSWER, STATE_ASKED, FAILURE -> Notice.ANSWER;
        };
    }
}
