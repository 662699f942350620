package org.kalends.digest;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.metrics.Tag;
import org.kalends.calendar.Access;
import org.kalends.calendar.CalendarCollection;
import org.kalends.event.EventListing.Entry;
import org.kalends.event.EventReading;
import org.kalends.figures.Figures;
import org.kalends.icalendar.Labels;
import org.kalends.icalendar.Uid;
import org.kalends.identity.Directory;
import org.kalends.identity.Person;
import org.kalends.identity.PersonalSettings;
import org.kalends.identity.PersonalSettings.Channel;
import org.kalends.identity.PersonalSettings.Notice;
import org.kalends.identity.Principal;
import org.kalends.identity.SettingsOf;
import org.kalends.messenger.Card;
import org.kalends.messenger.Cards;
import org.kalends.notification.mail.DigestRenderer;
import org.kalends.notification.mail.Letter;
import org.kalends.notification.mail.MailSettings;
import org.kalends.notification.mail.MessageIds;
import org.kalends.notification.mail.SmtpRelay;
import org.kalends.notification.mute.Mute;
import org.kalends.notification.wording.DigestView;
import org.kalends.notification.wording.DigestView.Item;
import org.kalends.notification.wording.News;
import org.kalends.outbox.Processed;
import org.kalends.time.Interval;

/** Tells people their day, as it is when they are told. Of a day on which nothing is on nobody is told. */
@Stateless
public class Digests {

    private static final String CONSUMER = "digest";
    private static final int MOST = 50;

    private final DigestRenderer renderer = new DigestRenderer();

    @Inject
    Processed processed;

    @Inject
    Directory directory;

    @Inject
    SettingsOf settings;

    @Inject
    Access access;

    @Inject
    EventReading events;

    @Inject
    Mute mute;

    @Inject
    SmtpRelay relay;

    @Inject
    Cards cards;

    @Inject
    MailSettings mail;

    @Inject
    Figures figures;

    /**
     * Tells one person of one day.
     *
     * @throws org.kalends.notification.mail.RelayUnavailable if the mail may go another time
     * @throws org.kalends.messenger.MessengerAway if the card may be shown another time; nothing is remembered then
     */
    public void tell(Digest digest) {
        if (!processed.once(digest.person(), CONSUMER, digest.key())) return;
        if (mute.drops(digest.channel())) return;
        var found =
                Optional.ofNullable(directory.people(List.of(digest.person())).get(digest.person()));
        found.map(Person::principal).ifPresent(reader -> tell(digest, reader));
    }

    private void tell(Digest digest, Principal reader) {
        var own = settings.of(reader);
        var items = own.wants(Notice.DIGEST, digest.channel()) ? items(reader, own, digest.day()) : List.<Item>of();
        if (items.isEmpty()) {
            count(digest.channel(), "unwanted");
            return;
        }
        var view = DigestView.of(own.language(), digest.day(), items, mail.settingsLink());
        if (digest.channel() == Channel.MAIL) {
            relay.send(letter(digest, reader, view));
        } else {
            cards.say(reader, new Card(view.card(), List.of(), Optional.empty()));
        }
        count(digest.channel(), "sent");
    }

    /** What is on in one's own calendars and was not declined. */
    private List<Item> items(Principal reader, PersonalSettings own, LocalDate day) {
        var zone = own.zone();
        var span = new Interval(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
        var calendars =
                access.ofHome(reader).stream().map(CalendarCollection::id).toList();
        var listed = events.list(new EventReading.Range(reader, calendars, span, "", null), MOST);
        return listed.entries().stream()
                .filter(entry -> !"declined".equals(entry.brief().myStatus()))
                .filter(entry -> entry.brief().labels().status() != Labels.Status.CANCELLED)
                .map(entry -> item(entry, zone))
                .toList();
    }

    private Item item(Entry entry, ZoneId zone) {
        var brief = entry.brief();
        var local = entry.floating() || brief.allDay() ? ZoneOffset.UTC : zone;
        return new Item(
                brief.title(),
                brief.location(),
                brief.conference(),
                brief.allDay(),
                entry.period().start().atZone(local).toLocalDateTime(),
                entry.period().end().atZone(local).toLocalDateTime(),
                mail.link(new Uid(entry.uid())));
    }

    private Letter letter(Digest digest, Principal reader, DigestView view) {
        var sender = new News.Person("Kalends", mail.from());
        var name = new Uid("digest-" + reader.id() + "-" + digest.day());
        return new Letter(
                new Letter.Address(
                        sender, reader.address(), reader.language(), name, Letter.AutomaticAnswers.SUPPRESSED),
                new MessageIds(mail.domain()).conversation(digest.key(), List.of()),
                renderer.render(view),
                Optional.empty());
    }

    private void count(Channel channel, String result) {
        figures.count("kalends_digests", new Tag("channel", channel.token()), new Tag("result", result));
    }
}
