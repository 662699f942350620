package org.kalends.messenger;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
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

    /** Those of the people whom cards reach: who have not shut our bot out. One statement. */
    Set<UUID> reached(Collection<Principal> people) {
        var users = people.stream()
                .filter(person -> person.kind() == Principal.Kind.USER)
                .map(Principal::id)
                .toList();
        var known = store.of(users);
        return users.stream()
                .filter(user ->
                        known.getOrDefault(user, Account.USUAL).refusedAt().isEmpty())
                .collect(toSet());
    }

    /** Where cards go to; empty when he has shut our bot out. */
    Optional<String> chat(Principal person) {
        var account = store.of(person.id());
        return account.refusedAt().isPresent() ? Optional.empty() : Optional.of(account.name(person));
    }

    /** Whether it is he who acts there; that he shut the bot out before does not matter then. */
    boolean isOf(Principal person, String chat) {
        return chat.equalsIgnoreCase(store.of(person.id()).name(person));
    }

    /** Nothing is shown to him until he says otherwise. */
    void refuse(UUID user) {
        store.refuse(user);
    }
}
