package org.kalends.messenger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.metrics.Tag;
import org.kalends.database.Ids;
import org.kalends.event.EventCopies;
import org.kalends.figures.Figures;
import org.kalends.icalendar.EventSeries;
import org.kalends.identity.Directory;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.identity.Principal;
import org.kalends.messenger.Messenger.Outcome;
import org.kalends.messenger.store.CardStore;
import org.kalends.messenger.store.CardStore.Open;
import org.kalends.notification.NewsTask;
import org.kalends.notification.Reporter;
import org.kalends.notification.Reporter.Story;
import org.kalends.notification.mute.Mute;
import org.kalends.notification.store.NewsStore;
import org.kalends.notification.wording.CardWords;
import org.kalends.notification.wording.News;
import org.kalends.outbox.Processed;
import org.kalends.outbox.Queue;

/**
 * Shows people what they are told, and keeps what is shown true: a newer card closes those before it, and an answer
 * stands on the card. The memory of it commits with what became of it; dying in between shows the same card once more.
 */
@Stateless
public class Cards {

    private static final Logger LOG = System.getLogger(Cards.class.getName());
    private static final String CONSUMER = "messenger";

    @Inject
    Processed processed;

    @Inject
    NewsStore news;

    @Inject
    Directory directory;

    @Inject
    Accounts accounts;

    @Inject
    Reporter reporter;

    @Inject
    CardWriter writer;

    @Inject
    Mute mute;

    @Inject
    Messenger messenger;

    @Inject
    CardStore store;

    @Inject
    EventCopies copies;

    @Inject
    Figures figures;

    /**
     * Shows one card.
     *
     * @throws MessengerAway if it may be shown another time; nothing is remembered then
     */
    public void tell(NewsTask task) {
        if (!processed.once(task.home(), CONSUMER, task.key(Queue.MESSENGER))) return;
        if (mute.drops(Channel.MESSENGER)) return;
        directory
                .byAddress(task.recipient())
                .ifPresent(reader -> show(reader, task.home(), reporter.report(task, Story.of(task, news))));
    }

    /**
     * Shows somebody news.
     *
     * @param organizer whose event it is
     * @throws MessengerAway if they may be shown another time
     */
    public void show(Principal reader, UUID organizer, News report) {
        var chat = accounts.chat(reader);
        if (chat.isEmpty()) {
            count("unwanted");
            return;
        }
        var before = store.open(reader.id(), report.after().uid());
        var card = writer.write(report, organizer);
        var outcome = messenger.show(chat.get(), card);
        if (outcome instanceof Outcome.Shown shown) {
            if (report.kind().replacesCards()) close(reader, before);
            var open = new Open(Ids.next(), organizer, chat.get(), shown.message(), card.words());
            if (!card.buttons().isEmpty()) store.add(reader.id(), report.after().uid(), open);
        }
        settle(reader, outcome);
    }

    /**
     * Shows somebody what asks nothing and is about no single event.
     *
     * @throws MessengerAway if it may be shown another time
     */
    public void say(Principal reader, Card card) {
        accounts.chat(reader)
                .ifPresentOrElse(chat -> settle(reader, messenger.show(chat, card)), () -> count("unwanted"));
    }

    /** What became of it. */
    private void settle(Principal reader, Outcome outcome) {
        if (outcome instanceof Outcome.Shown) {
            count("shown");
        } else if (outcome instanceof Outcome.Refused refused) {
            count("refused");
            LOG.log(Level.WARNING, "The messenger refused a card: {0}", refused.reason());
        } else {
            count("unwanted");
            accounts.refuse(reader.id());
        }
    }

    /** As well as it goes: who presses a button that is left hears that it is too old. */
    private void close(Principal reader, List<Open> before) {
        var note = new CardWords(reader.language()).closed();
        for (var old : before) {
            store.close(reader.id(), old.id());
            try {
                messenger.alter(old.chat(), old.message(), Card.closed(old.words(), note));
            } catch (MessengerAway e) {
                LOG.log(Level.DEBUG, "A card stays open", e);
            }
        }
    }

    /**
     * Lets somebody's newest card of an event say what his calendar says.
     *
     * @throws MessengerAway if it may be altered another time; nothing is remembered then
     */
    public void refresh(CardRefresh refresh) {
        if (!processed.once(refresh.user(), CONSUMER, refresh.key())) return;
        var open = store.open(refresh.user(), refresh.uid());
        var copy = copies.find(refresh.user(), refresh.uid());
        var reader = directory.byId(refresh.user());
        if (open.isEmpty() || copy.isEmpty() || reader.isEmpty()) return;
        alter(reader.get(), open.get(0), copy.get().series());
    }

    private void alter(Principal reader, Open shown, EventSeries now) {
        var card = writer.write(reporter.standing(reader, now), shown.organizer());
        messenger.alter(shown.chat(), shown.message(), card);
        store.reword(reader.id(), shown.id(), card.words());
        count("altered");
    }

    private void count(String result) {
        figures.count("kalends_cards", new Tag("result", result));
    }
}
