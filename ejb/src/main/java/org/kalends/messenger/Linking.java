package org.kalends.messenger;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kalends.identity.CalendarAddress;
import org.kalends.identity.Directory;
import org.kalends.identity.Principal;
import org.kalends.messenger.Messenger.Happening.Said;
import org.kalends.messenger.store.AccountStore;
import org.kalends.notification.wording.BotWords;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;

/**
 * Which account of the messenger is whose. It is that of one's address, unless another shows that it is the same person's:
 * it says to the bot a code that he sees in his settings.
 */
@Stateless
public class Linking {

    private static final Duration CODE_LIVES = Duration.ofMinutes(15);

    @Inject
    MessengerSettings settings;

    @Inject
    AccountStore store;

    @Inject
    Directory directory;

    /**
     * How somebody stands to the messenger.
     *
     * @param available whether there is one
     * @param account where cards go
     * @param linked whether that is another account than his address's
     * @param refusedAt since when he has shut the bot out; null when he has not
     */
    public record State(boolean available, String account, boolean linked, @Nullable Instant refusedAt) {}

    /** What he is to say to the bot, and until when. */
    public record Issued(LinkCode code, Instant expiresAt) {}

    public State of(Principal person) {
        var account = store.of(person.id());
        return new State(
                settings.url().isPresent(),
                account.name(person),
                account.chat().isPresent(),
                account.refusedAt().orElse(null));
    }

    /**
     * A code; those before it are good no more.
     *
     * @throws CalendarException 404 where there is no messenger
     */
    public Issued issue(Principal person) {
        if (settings.url().isEmpty()) throw new CalendarException(Problem.NOT_FOUND, "There is no messenger here");
        var code = LinkCode.random();
        return new Issued(code, store.addCode(person.id(), code.hash(), CODE_LIVES));
    }

    /** Cards go to the account of his address again. */
    public void unlink(Principal person) {
        store.link(person.id(), null);
    }

    /** Cards are shown to him again. */
    public void allow(Principal person) {
        store.allow(person.id());
    }

    /** What the bot says to that. Who speaks to it wants to hear of it. */
    public String hear(Said said) {
        var code = LinkCode.in(said.text());
        if (code.isPresent()) {
            var owner = store.takeCode(code.get().hash()).flatMap(directory::byId);
            if (owner.isPresent()) return linked(owner.get(), said.person());
        }
        var known = known(said.person());
        known.ifPresent(this::allow);
        var words = new BotWords(known.map(Principal::language).orElse(Locale.ENGLISH));
        if (code.isPresent()) return words.expired();
        return known.map(person -> words.welcome(person.name())).orElseGet(Linking::unknown);
    }

    private String linked(Principal owner, String chat) {
        store.link(owner.id(), chat.equalsIgnoreCase(owner.address().value()) ? null : chat);
        return new BotWords(owner.language()).linked(owner.name());
    }

    private Optional<Principal> known(String chat) {
        var linked = store.byChat(chat).flatMap(directory::byId);
        if (linked.isPresent() || chat.indexOf('@') < 1) return linked;
        try {
            return directory.byAddress(new CalendarAddress(chat));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Nobody knows in which language. */
    private static String unknown() {
        return new BotWords(Locale.ENGLISH).unknown() + "\n" + new BotWords(Locale.forLanguageTag("ru")).unknown();
    }
}
