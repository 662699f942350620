package org.kalends.web.changes;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;
import org.kalends.event.ChangeNotice;
import org.kalends.live.ChangeBacklog;
import org.kalends.live.LiveChanges;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.sharing.Shares;

/** The open streams of this node. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChangeStreams {

    /** Windows and devices of one person. */
    static final int MOST_PER_PERSON = 20;

    private static final long RECONNECT_MILLIS = 2_000;

    private final Collection<Listening> streams = new ConcurrentLinkedQueue<>();
    private final Consumer<ChangeNotice> listener = this::tell;

    @Inject
    LiveChanges changes;

    @Inject
    ChangeBacklog backlog;

    @Inject
    Shares shares;

    @Inject
    Clock clock;

    @Inject
    MetricRegistry metrics;

    @Resource
    ManagedExecutorService writers;

    private record Listening(ChangeStream stream, Sse sse) {}

    /**
     * Who listens.
     *
     * @param shared calendars of others whose changes he may see, and whose they are
     * @param stillLoggedIn false once his session is over
     */
    public record Audience(UUID owner, Map<UUID, UUID> shared, BooleanSupplier stillLoggedIn) {}

    @PostConstruct
    void listen() {
        changes.subscribe(listener);
        metrics.gauge("kalends_change_streams", this::open);
    }

    private long open() {
        return streams.stream().filter(one -> one.stream().open()).count();
    }

    @PreDestroy
    void stop() {
        changes.unsubscribe(listener);
        streams.forEach(one -> one.stream().close());
    }

    /**
     * Opens a stream: first what was missed, then what comes. It listens before it reads the backlog, so nothing falls
     * between; what is heard twice does no harm.
     *
     * @param lastHeard from Last-Event-ID; null on the first visit
     */
    public void open(Audience audience, @Nullable Instant lastHeard, SseEventSink sink, Sse sse) {
        if (streams.stream()
                        .filter(one -> one.stream().owner().equals(audience.owner()))
                        .count()
                >= MOST_PER_PERSON) {
            throw new CalendarException(Problem.RATE_LIMITED, "Too many open streams");
        }
        var stream =
                new ChangeStream(audience.owner(), audience.shared().keySet(), sink, audience.stillLoggedIn(), writers);
        streams.add(new Listening(stream, sse));
        stream.send(greeting(sse, clock.instant()));
        if (lastHeard == null) return;
        var homes = new HashSet<>(audience.shared().values());
        homes.add(audience.owner());
        for (var notice : backlog.since(lastHeard, homes)) {
            if (stream.hears(notice)) stream.send(event(sse, notice));
        }
    }

    /** Keeps proxies from closing quiet streams, and closes those whose browser or session is gone. */
    @Schedule(hour = "*", minute = "*", second = "0/15", persistent = false)
    public void heartbeat() {
        streams.removeIf(one -> {
            if (one.stream().open() && one.stream().stillLoggedIn()) {
                one.stream()
                        .send(one.sse().newEventBuilder().comment("heartbeat").build());
                return false;
            }
            one.stream().close();
            return true;
        });
        writers.execute(() -> visible().forEach((one, now) -> one.stream().nowHears(now))); // groups change too
    }

    private void tell(ChangeNotice notice) {
        if (notice.kind() == ChangeNotice.Kind.SHARED) {
            writers.execute(() -> judge(notice));
            return;
        }
        for (var one : streams) {
            if (one.stream().hears(notice)) one.stream().send(event(one.sse(), notice));
        }
    }

    /** Each who hears of other calendars than before, or of this one, is told. */
    private void judge(ChangeNotice notice) {
        visible().forEach((one, now) -> {
            boolean concerned =
                    one.stream().hears(notice) || notice.calendarId() != null && now.contains(notice.calendarId());
            if (one.stream().nowHears(now) || concerned) one.stream().send(event(one.sse(), notice));
        });
    }

    /** One statement for all who listen here. */
    private Map<Listening, Set<UUID>> visible() {
        var listening = List.copyOf(streams);
        var people =
                listening.stream().map(one -> one.stream().owner()).distinct().toList();
        var visible = shares.visibleTo(people);
        return listening.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        one -> visible.getOrDefault(one.stream().owner(), Set.of())));
    }

    /** Gives an id at once, so that who loses the line before the first change misses none either. */
    private static OutboundSseEvent greeting(Sse sse, Instant now) {
        return sse.newEventBuilder()
                .name("listening")
                .id(id(now))
                .reconnectDelay(RECONNECT_MILLIS)
                .data("{}")
                .build();
    }

    private static OutboundSseEvent event(Sse sse, ChangeNotice notice) {
        return sse.newEventBuilder()
                .name("change")
                .id(id(notice.at()))
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(ChangeJson.class, ChangeJson.of(notice))
                .build();
    }

    /** Where to go on from, at whichever node. */
    private static String id(Instant moment) {
        return String.valueOf(moment.toEpochMilli());
    }
}
