package org.kalends.cli.bot;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All chats with the bot, and what people did in them; kept in a file, so that a second start finds them. */
final class Chats {

    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final int MOST = 2_000;

    private final Path file;
    private final Clock clock;
    private final List<ShownCard> cards;
    private final List<Happened> happened;
    private long number;

    private record Kept(long number, List<ShownCard> cards, List<Happened> happened) {}

    Chats(Path file, Clock clock) throws IOException {
        this.file = file;
        this.clock = clock;
        var kept = Files.exists(file) ? JSON.readValue(file.toFile(), Kept.class) : new Kept(0, List.of(), List.of());
        number = kept.number();
        cards = new ArrayList<>(kept.cards());
        happened = new ArrayList<>(kept.happened());
    }

    synchronized String show(String chat, String text, List<List<ShownCard.Key>> keyboard) {
        var card = new ShownCard(Long.toString(next()), chat, text, keyboard, clock.instant(), null);
        cards.add(card);
        keep();
        return card.id();
    }

    synchronized boolean alter(String id, UnaryOperator<ShownCard> alteration) {
        for (int at = 0; at < cards.size(); at++) {
            if (!cards.get(at).id().equals(id)) continue;
            cards.set(at, alteration.apply(cards.get(at)));
            keep();
            return true;
        }
        return false;
    }

    /** Newest first. */
    synchronized List<ShownCard> of(String chat) {
        var found = new ArrayList<ShownCard>();
        for (var card : cards) if (chat.isEmpty() || card.chat().equalsIgnoreCase(chat)) found.add(0, card);
        return found;
    }

    synchronized Optional<ShownCard> find(String id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    /** What somebody pressed on a card, or wrote; whoever waits for it hears of it. */
    synchronized void happen(String user, @Nullable String card, String text) {
        happened.add(new Happened(next(), user, card, text));
        keep();
        notifyAll();
    }

    synchronized Optional<Happened> query(String queryId) {
        return happened.stream().filter(one -> one.queryId().equals(queryId)).findFirst();
    }

    /** Those after an event, in their order; waits for the first of them. */
    synchronized List<Happened> after(long event, long waitMillis) throws InterruptedException {
        long end = System.nanoTime() + waitMillis * 1_000_000;
        while (true) {
            var found = happened.stream().filter(one -> one.eventId() > event).toList();
            long left = (end - System.nanoTime()) / 1_000_000;
            if (!found.isEmpty() || left <= 0) return found;
            wait(left);
        }
    }

    private long next() {
        return ++number;
    }

    private void keep() {
        while (cards.size() > MOST) cards.remove(0);
        while (happened.size() > MOST) happened.remove(0);
        try {
            var writing = file.resolveSibling(file.getFileName() + ".part");
            JSON.writeValue(writing.toFile(), new Kept(number, cards, happened));
            Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the chats cannot be kept", e);
        }
    }
}
