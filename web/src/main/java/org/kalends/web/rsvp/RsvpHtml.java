package org.kalends.web.rsvp;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.kalends.icalendar.EventTime;
import org.kalends.icalendar.Timing;
import org.kalends.scheduling.RsvpAnswers.Invited;
import org.kalends.web.http.Html;

/** The pages as HTML, in Russian or English. */
final class RsvpHtml {

    private static final List<String> ANSWERS = List.of("accepted", "tentative", "declined");

    private final Locale locale;
    private final ResourceBundle texts;

    RsvpHtml(Locale wanted) {
        locale = wanted.getLanguage().equals("ru") ? Locale.forLanguageTag("ru") : Locale.ENGLISH;
        texts = ResourceBundle.getBundle(
                "org.kalends.web.rsvp.rsvp",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String invitation(Invited invited, @Nullable String chosen) {
        if (invited.cancelled()) return page(heading(invited) + paragraph("cancelled"));
        var form = new StringBuilder(heading(invited));
        if (invited.changed()) form.append(paragraph("changed"));
        form.append("<form method=\"post\">");
        for (var answer : ANSWERS) {
            form.append("<label><input type=\"radio\" name=\"answer\" required value=\"")
                    .append(answer)
                    .append(answer.equals(chosen) ? "\" checked> " : "\"> ")
                    .append(text(answer))
                    .append("</label>");
        }
        form.append("<label class=\"comment\">")
                .append(text("comment"))
                .append("<textarea name=\"comment\" rows=\"3\" maxlength=\"2000\"></textarea></label><button>")
                .append(text("confirm"))
                .append("</button></form>");
        return page(form.toString());
    }

    String thanks(Invited invited) {
        var answer = invited.me().status().token().toLowerCase(Locale.ROOT);
        return page(heading(invited) + paragraph("thanks") + "<p class=\"answer\">" + text(answer) + "</p>");
    }

    String nowhere() {
        return page("<h1>" + text("nowhere.title") + "</h1>" + paragraph("nowhere"));
    }

    String wrong() {
        return page("<h1>" + text("wrong.title") + "</h1>" + paragraph("wrong"));
    }

    private String heading(Invited invited) {
        var lead = invited.series().lead();
        var organizer = lead.organizer();
        var title = lead.details().title().isBlank()
                ? texts.getString("untitled")
                : lead.details().title();
        var place = lead.details().location();
        return "<h1>" + Html.escape(title) + "</h1><p class=\"when\">" + Html.escape(when(lead.timing())) + "</p>"
                + (place.isBlank() ? "" : "<p>" + Html.escape(place) + "</p>")
                + (organizer == null ? "" : "<p>" + text("organizer") + ": " + Html.escape(organizer.name()) + "</p>");
    }

    private String when(Timing timing) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        if (timing.start() instanceof EventTime.Day first) return day.format(first.date());
        var zone = timing.start() instanceof EventTime.Zoned zoned ? zoned.zone() : ZoneOffset.UTC;
        ZonedDateTime start = timing.start().instant(zone).atZone(zone);
        ZonedDateTime end = timing.end().instant(zone).atZone(zone);
        var clock = DateTimeFormatter.ofPattern("HH:mm", locale);
        var until = start.toLocalDate().equals(end.toLocalDate())
                ? clock.format(end)
                : day.format(end) + " " + clock.format(end);
        return day.format(start) + ", " + clock.format(start) + "–" + until + " (" + zone.getId() + ")";
    }

    private String paragraph(String key) {
        return "<p>" + text(key) + "</p>";
    }

    private String text(String key) {
        return Html.escape(texts.getString(key));
    }

    private String page(String body) {
        return "<!doctype html><html lang=\"" + locale.getLanguage() + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"robots\" content=\"noindex\">"
                + "<title>Kalends</title><link rel=\"stylesheet\" href=\"/pages/page.css\"></head><body><main>" + body
                + "</main></body></html>";
    }
}
