package org.kalends.attachment.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.kalends.attachment.content.webdav.WebDavStore;

/** Chooses where octets are kept: on the disk if one is named, else in the directory. */
@ApplicationScoped
public class StoreProducer {

    @Produces
    @Dependent
    ContentStore store(ContentFiles files, WebDavStore disk) {
        return disk.offered() ? disk : files;
    }
}
