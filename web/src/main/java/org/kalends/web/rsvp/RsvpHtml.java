package org.kalends.web.rsvp;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.Attendee.ParticipationStatus;
import org.kalends.icalendar.EventComponent;
import org.kalends.scheduling.RsvpAnswers.Invited;
import org.kalends.template.Templates;
import org.kalends.web.page.PageTexts;
import org.kalends.web.rsvp.RsvpView.Facts;
import org.kalends.web.rsvp.RsvpView.Form;
import org.kalends.web.rsvp.RsvpView.Option;

/** The pages as HTML, in Russian or English. */
final class RsvpHtml {

    private static final List<String> ANSWERS = List.of("accepted", "tentative", "declined");
    private static final Template PAGE =
            Templates.read(Mustache.compiler().defaultValue(""), RsvpHtml.class, "page.html.mustache");

    private final PageTexts texts;

    RsvpHtml(Locale wanted) {
        texts = PageTexts.of(wanted, "org.kalends.web.rsvp.rsvp");
    }

    /** @param chosen the answer that the link names; null when it names none */
    String invitation(Invited invited, @Nullable String chosen, Instant now) {
        var times = new RsvpTimes(invited, texts.locale());
        var notes = new ArrayList<String>();
        boolean over = times.over(now);
        if (invited.cancelled()) notes.add(text("cancelled"));
        else if (over) notes.add(text("over"));
        else if (invited.changed()) notes.add(text("changed"));
        var form = invited.cancelled() || over ? null : form(invited, chosen, times);
        return event(invited, times, null, notes, form);
    }

    String thanks(Invited invited) {
        var said = invited.me().proposed() != null ? text("proposal.sent") : text(token(invited));
        return event(invited, new RsvpTimes(invited, texts.locale()), said, List.of(), null);
    }

    String nowhere() {
        return plain("nowhere");
    }

    String wrong() {
        return plain("wrong");
    }

    String tooMany() {
        return plain("busy");
    }

    private String event(
            Invited invited, RsvpTimes times, @Nullable String done, List<String> notes, @Nullable Form form) {
        var lead = invited.series().lead();
        var organizer = lead.organizer();
        var proposed = invited.me().proposed();
        var facts = new Facts(
                times.when(lead.timing()),
                times.zoneName(),
                invited.series().recurring(),
                given(lead.details().location()),
                organizer == null
                        ? null
                        : organizer.name().isBlank() ? organizer.address().value() : organizer.name(),
                invited.me().status() == ParticipationStatus.NEEDS_ACTION ? null : text(token(invited)),
                proposed == null ? null : times.when(proposed));
        return page(new RsvpView(
                texts.language(), words(), title(lead), invited.cancelled(), done, facts, notes, form, done != null));
    }

    private Form form(Invited invited, @Nullable String chosen, RsvpTimes times) {
        var checked = chosen != null ? chosen : token(invited);
        var options = ANSWERS.stream()
                .map(answer -> new Option(answer, text(answer), answer.equals(checked)))
                .toList();
        var comment = invited.me().comment();
        var timing = invited.series().lead().timing();
        return new Form(
                options,
                comment == null ? "" : comment,
                invited.me().proposed() != null,
                timing.allDay(),
                times.day(timing),
                times.clock(timing.start()),
                times.clock(timing.end()));
    }

    private String plain(String key) {
        return page(new RsvpView(
                texts.language(), words(), text(key + ".title"), false, null, null, List.of(text(key)), null, false));
    }

    private String title(EventComponent lead) {
        var title = lead.details().title();
        return title.isBlank() ? text("untitled") : title;
    }

    private static String token(Invited invited) {
        return invited.me().status().token().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String given(String text) {
        return text.isBlank() ? null : text;
    }

    private String text(String key) {
        return texts.words().containsKey(key) ? texts.words().getString(key) : key;
    }

    /** Keys with a dot are for this class alone: a template would read the dot as a step. */
    private Map<String, String> words() {
        return texts.words().keySet().stream()
                .filter(key -> key.indexOf('.') < 0)
                .collect(Collectors.toMap(key -> key, texts.words()::getString));
    }

    private static String page(RsvpView view) {
        return PAGE.execute(view);
    }
}
