package org.kalends.messenger;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kalends.identity.Principal;
import org.kalends.messenger.store.AccountStore;
import org.kalends.messenger.store.AccountStore.Account;

/** By what name the messenger knows people: their address, unless it is known better. */
@Dependent
public class Accounts {

    private final AccountStore store;

    @Inject
    public Accounts(AccountStore store) {
        this.store = store;
    }

    /** Those of the people who want to hear of the bot. One statement. */
    Map<UUID, String> chats(Collection<Principal> people) {
        var users = people.stream()
                .filter(person -> person.kind() == Principal.Kind.USER)
                .toList();
        var known = store.of(users.stream().map(Principal::id).toList());
        var chats = new HashMap<UUID, String>();
        for (var user : users) {
            var account = known.getOrDefault(user.id(), Account.USUAL);
            if (account.refusedAt().isEmpty())
                chats.put(user.id(), account.chat().orElse(user.address().value()));
        }
        return chats;
    }

    Optional<String> chat(Principal person) {
        return Optional.ofNullable(chats(List.of(person)).get(person.id()));
    }

    /** Whether it is he who acts there; that he shut the bot out before does not matter then. */
    boolean isOf(Principal person, String chat) {
        var account = store.of(List.of(person.id())).getOrDefault(person.id(), Account.USUAL);
        return chat.equalsIgnoreCase(account.chat().orElse(person.address().value()));
    }

    /** Nothing is shown to him until he says otherwise. */
    void refuse(UUID user) {
        store.refuse(user);
    }
}
