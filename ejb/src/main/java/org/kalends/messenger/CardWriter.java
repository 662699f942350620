package org.kalends.messenger;

import com.samskivert.mustache.Template;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.Labels;
import org.kalends.messenger.Card.Button;
import org.kalends.messenger.Card.Link;
import org.kalends.messenger.Card.Weight;
import org.kalends.notification.NewsKind;
import org.kalends.notification.wording.CardWords;
import org.kalends.notification.wording.EventView;
import org.kalends.notification.wording.News;
import org.kalends.notification.wording.NewsWords;
import org.kalends.scheduling.RsvpLinks;
import org.kalends.template.Templates;

/** Puts news into a card: what happens when and where, what its reader said, and buttons where he is asked. */
@Dependent
class CardWriter {

    private static final Template WORDS = Templates.html(CardWriter.class, "card.html.mustache");
    private static final Set<NewsKind> ASKING = EnumSet.of(NewsKind.INVITATION, NewsKind.AWAITED, NewsKind.CHANGE);

    private final RsvpLinks links;

    @Inject
    CardWriter(RsvpLinks links) {
        this.links = links;
    }

    private record View(EventView event, @Nullable String mine) {}

    /** @param home the organizer's */
    Card write(News news, UUID home) {
        var words = new CardWords(news.reader().language());
        var asked = ASKING.contains(news.kind()) ? asked(news) : Optional.<ParticipationStatus>empty();
        var text = WORDS.execute(
                new View(NewsWords.of(news).view(), asked.map(words::mine).orElse(null)));
        var buttons = asked.map(answer -> buttons(news, home, words)).orElse(List.of());
        var link = Optional.ofNullable(news.links().event()).map(target -> new Link(words.open(), target));
        return new Card(text.strip(), buttons, link);
    }

    /** What he said to what is still on; empty where he is not invited. */
    private static Optional<ParticipationStatus> asked(News news) {
        var lead = news.after().lead();
        if (lead.labels().status() == Labels.Status.CANCELLED) return Optional.empty();
        var me = news.reader().address();
        return news.after().stream()
                .flatMap(component -> component.attendees().stream())
                .filter(attendee -> attendee.address().equals(me))
                .map(Attendee::status)
                .findFirst();
    }

    private List<Button> buttons(News news, UUID home, CardWords words) {
        var token = links.issue(home, news.after(), news.reader().address());
        return Reply.CHOICES.stream()
                .map(choice -> new Button(words.button(choice), new Reply(token, choice).data(), weight(choice)))
                .toList();
    }

    private static Weight weight(ParticipationStatus choice) {
        return switch (choice) {
            case ACCEPTED -> Weight.GOOD;
            case DECLINED -> Weight.BAD;
            default -> Weight.PLAIN;
        };
    }
}
