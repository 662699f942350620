package org.kalends.scheduling.imap;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kalends.database.NodeLeases;
import org.kalends.problem.CalendarException;
import org.kalends.scheduling.imip.MailIntake;

/**
 * Watches the mailbox: one node of all, by a lease in the database. The server tells of new mail (IDLE); now and then
 * it is looked all the same. What fails is tried again at the next look.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailboxWatch {

    private static final Logger LOG = System.getLogger(MailboxWatch.class.getName());
    private static final String LEASE = "mailbox";
    private static final Duration LIVES = Duration.ofSeconds(30);

    private final UUID node = UUID.randomUUID();
    private final AtomicBoolean watching = new AtomicBoolean();
    private final AtomicReference<@Nullable Mailbox> open = new AtomicReference<>();
    private volatile Instant looked = Instant.EPOCH;
    private volatile boolean ours;

    @Resource
    ManagedExecutorService threads;

    @Inject
    ImapSettings settings;

    @Inject
    NodeLeases leases;

    @Inject
    MailIntake intake;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tick() {
        var host = settings.host();
        if (host.isEmpty()) return;
        ours = leases.hold(LEASE, node, LIVES);
        boolean due = looked.plus(settings.poll()).isBefore(clock.instant());
        if (!ours || due) wake();
        if (ours && watching.compareAndSet(false, true)) threads.execute(() -> watch(host.get()));
    }

    private void watch(String host) {
        try (var mailbox = Mailbox.open(settings, host)) {
            open.set(mailbox);
            while (ours) {
                looked = clock.instant();
                mailbox.unread(this::take);
                mailbox.waitForNews();
            }
        } catch (MessagingException | IOException e) {
            LOG.log(Level.WARNING, "The mailbox cannot be read: {0}", e.getMessage());
        } finally {
            open.set(null);
            watching.set(false);
        }
    }

    /** What cannot be read is remembered as that, or it would come again for ever. */
    private void take(byte[] raw, String source) {
        try {
            intake.takeOnce(raw, source);
        } catch (CalendarException unreadable) {
            intake.refuse(raw, source, String.valueOf(unreadable.getMessage()));
        }
    }

    private void wake() {
        var mailbox = open.get();
        if (mailbox == null) return;
        try {
            mailbox.wake();
        } catch (MessagingException | IllegalStateException e) {
            LOG.log(Level.DEBUG, "The mailbox is closed", e);
        }
    }

    @PreDestroy
    void stop() {
        ours = false;
        var mailbox = open.get();
        if (mailbox != null) mailbox.close();
    }
}
