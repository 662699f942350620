package org.kalends.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.kalends.exchange.Mailbox.Folder;
import org.kalends.exchange.ews.EwsClient;
import org.kalends.exchange.ews.ExchangeAway;
import org.kalends.exchange.ews.ExchangeRefused;
import org.kalends.exchange.ews.Reply.Refused;
import org.kalends.exchange.ews.xml.Element;

/** Whether Exchange has a mailbox, lets us act in its name, and which calendars lie in it. */
@ApplicationScoped
public class MailboxLookup {

    private static final String CALENDARS = "IPF.Appointment";
    private static final int PAGE = 200;

    @Inject
    EwsClient exchange;

    /** What came of it. */
    public sealed interface Outcome {

        /** It is there, and we may act in its name. */
        record Found(Mailbox mailbox) implements Outcome {}

        /**
         * It is not there, or not for us.
         *
         * @param code Exchange's
         * @param reason what is to be done about it
         */
        record NotUsable(String code, String reason) implements Outcome {}

        /**
         * Nothing can be said now.
         *
         * @param pause how long Exchange wants not to be asked, if it says
         */
        record Away(String reason, Optional<Duration> pause) implements Outcome {}

        /** None is configured. */
        record NoExchange() implements Outcome {}
    }

    public Outcome find(String address) {
        if (!exchange.isThere()) return new Outcome.NoExchange();
        try {
            return lookUp(address);
        } catch (ExchangeAway e) {
            return new Outcome.Away(String.valueOf(e.getMessage()), Optional.empty());
        } catch (ExchangeRefused e) {
            return refusal(e.refusal());
        }
    }

    private static Outcome refusal(Refused refused) {
        var words = RefusalWords.of(refused);
        return refused.passes()
                ? new Outcome.Away(words, refused.pause())
                : new Outcome.NotUsable(refused.code(), words);
    }

    private Outcome lookUp(String address) {
        var known = exchange.askAll(
                Element.of(
                        "m:GetFolder",
                        Element.of("m:FolderShape", Element.text("t:BaseShape", "Default")),
                        Element.of("m:FolderIds", distinguished("calendar"), distinguished("deleteditems"))),
                address);
        var main = folder(known.get(0));
        var trash = id(known.get(known.size() - 1));
        var calendars = new LinkedHashSet<Folder>();
        main.ifPresent(calendars::add);
        calendars.addAll(others(address, trash));
        return new Outcome.Found(new Mailbox(address, List.copyOf(calendars)));
    }

    /** All that are calendars, but for those thrown away. */
    private List<Folder> others(String address, String trash) {
        var found = new ArrayList<Folder>();
        boolean more = true;
        for (int from = 0; more; from += PAGE) {
            var page = exchange.askAll(search(from), address).get(0);
            var folders = page.all("t:CalendarFolder").toList();
            folders.stream().filter(folder -> !parent(folder).equals(trash)).forEach(folder -> folder(folder)
                    .ifPresent(found::add));
            more = !folders.isEmpty() && !isLast(page);
        }
        return found;
    }

    private static boolean isLast(Element page) {
        return page.all("m:RootFolder").anyMatch(root -> root.has("IncludesLastItemInRange", "true"));
    }

    private static Element search(int from) {
        return Element.of(
                        "m:FindFolder",
                        Element.of("m:FolderShape", Element.text("t:BaseShape", "Default"), parents()),
                        Element.of("m:IndexedPageFolderView")
                                .with("MaxEntriesReturned", Integer.toString(PAGE))
                                .with("Offset", Integer.toString(from))
                                .with("BasePoint", "Beginning"),
                        Element.of(
                                "m:Restriction",
                                Element.of(
                                        "t:IsEqualTo",
                                        Element.of("t:FieldURI").with("FieldURI", "folder:FolderClass"),
                                        Element.of(
                                                "t:FieldURIOrConstant",
                                                Element.of("t:Constant").with("Value", CALENDARS)))),
                        Element.of("m:ParentFolderIds", distinguished("msgfolderroot")))
                .with("Traversal", "Deep");
    }

    private static Element parents() {
        return Element.of("t:AdditionalProperties", Element.of("t:FieldURI").with("FieldURI", "folder:ParentFolderId"));
    }

    private static Element distinguished(String name) {
        return Element.of("t:DistinguishedFolderId").with("Id", name);
    }

    private static Optional<Folder> folder(Element message) {
        return message.all("t:CalendarFolder")
                .findFirst()
                .map(folder -> new Folder(
                        id(folder),
                        folder.value("t:DisplayName").orElse(""),
                        folder.value("t:TotalCount").map(Long::parseLong).orElse(0L)));
    }

    private static String id(Element folder) {
        return folder.all("t:FolderId")
                .findFirst()
                .flatMap(id -> id.attribute("Id"))
                .orElseThrow(() -> new ExchangeAway("Exchange tells of a folder without id"));
    }

    private static String parent(Element folder) {
        return folder.child("t:ParentFolderId")
                .flatMap(id -> id.attribute("Id"))
                .orElse("");
    }
}
