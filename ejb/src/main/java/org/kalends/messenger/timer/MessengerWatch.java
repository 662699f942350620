package org.kalends.messenger.timer;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.metrics.Tag;
import org.kalends.database.NodeLeases;
import org.kalends.figures.Figures;
import org.kalends.messenger.Card;
import org.kalends.messenger.Linking;
import org.kalends.messenger.Messenger;
import org.kalends.messenger.Messenger.Happening;
import org.kalends.messenger.Messenger.Happening.Press;
import org.kalends.messenger.Messenger.Happening.Said;
import org.kalends.messenger.MessengerAway;
import org.kalends.messenger.MessengerSettings;
import org.kalends.messenger.Presses;
import org.kalends.messenger.store.HappeningStore;

/**
 * Asks the messenger what happened there, again and again: one node of all, by a lease in the database. While two
 * believe that they hold it they hear the same, and the memory of presses keeps one answer of it.
 */
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MessengerWatch {

    private static final Logger LOG = System.getLogger(MessengerWatch.class.getName());
    private static final String LEASE = "messenger";
    private static final Duration LIVES = Duration.ofSeconds(15);
    private static final int MOST_TRIES = 20;

    private final UUID node = UUID.randomUUID();
    private final AtomicBoolean watching = new AtomicBoolean();
    private volatile boolean ours;
    private long troublesome;
    private int tries;

    @Resource
    ManagedExecutorService threads;

    @Inject
    MessengerSettings settings;

    @Inject
    NodeLeases leases;

    @Inject
    Messenger messenger;

    @Inject
    HappeningStore happenings;

    @Inject
    Presses presses;

    @Inject
    Linking linking;

    @Inject
    Figures figures;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tick() {
        if (settings.url().isEmpty()) return;
        ours = leases.hold(LEASE, node, LIVES);
        if (ours && watching.compareAndSet(false, true)) threads.execute(this::watch);
    }

    /** Until something fails; the next tick begins anew. */
    private void watch() {
        try {
            while (ours) {
                for (var happening : messenger.happenings(happenings.last(messenger.bot()))) {
                    if (!heard(happening)) return;
                    happenings.advance(messenger.bot(), happening.number());
                }
            }
        } catch (MessengerAway e) {
            LOG.log(Level.WARNING, "The messenger does not say what happened: {0}", e.getMessage());
        } finally {
            watching.set(false);
        }
    }

    /** What fails for a reason of its own is tried a while and then passed over: what comes behind it has waited. */
    private boolean heard(Happening happening) {
        try {
            if (happening instanceof Press press) press(press);
            else if (happening instanceof Said said) said(said);
            return true;
        } catch (RuntimeException e) {
            tries = happening.number() == troublesome ? tries + 1 : 1;
            troublesome = happening.number();
            LOG.log(Level.WARNING, "What happened in the messenger could not be taken, attempt " + tries, e);
            if (tries >= MOST_TRIES) figures.count("kalends_presses", new Tag("result", "lost"));
            return tries >= MOST_TRIES;
        }
    }

    private void press(Press press) {
        var heard = presses.take(press);
        figures.count("kalends_presses", new Tag("result", heard.result()));
        courtesy(() -> messenger.acknowledge(press.query(), heard.words()));
    }

    private void said(Said said) {
        var words = linking.hear(said);
        courtesy(() -> messenger.show(said.person(), Card.of(words)));
    }

    /** What was taken is taken, whether he hears of it or not. */
    private static void courtesy(Runnable word) {
        try {
            word.run();
        } catch (MessengerAway e) {
            LOG.log(Level.DEBUG, "Somebody hears nothing", e);
        }
    }

    @PreDestroy
    void stop() {
        ours = false;
    }
}
