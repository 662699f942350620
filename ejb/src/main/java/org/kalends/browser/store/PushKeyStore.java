package org.kalends.browser.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table {@code push_key}: one row for the whole installation. */
@ApplicationScoped
public class PushKeyStore {

    @Inject
    Jdbi jdbi;

    /** Both keys, encoded. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Kept(byte[] pkcs8, byte[] x509) {}

    public Optional<Kept> find() {
        return jdbi.withHandle(PushKeyStore::find);
    }

    /** Two nodes may make one at the same time: the first stays. */
    public Kept keep(Kept made) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("insert into push_key (private_key, public_key) values (:pkcs8, :x509)"
                            + " on conflict do nothing")
                    .bind("pkcs8", made.pkcs8())
                    .bind("x509", made.x509())
                    .execute();
            return find(handle).orElseThrow();
        });
    }

    private static Optional<Kept> find(Handle handle) {
        return handle.createQuery("select private_key, public_key from push_key")
                .map((row, context) -> new Kept(row.getBytes("private_key"), row.getBytes("public_key")))
                .findOne();
    }
}
