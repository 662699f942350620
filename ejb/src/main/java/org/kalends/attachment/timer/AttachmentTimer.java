package org.kalends.attachment.timer;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.kalends.attachment.AttachmentCollecting;

/** Collects each night. Nodes that do it at once find what the other left. */
@Singleton
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttachmentTimer {

    @Inject
    AttachmentCollecting collecting;

    @Schedule(hour = "3", minute = "41", persistent = false)
    public void eachNight() {
        collecting.forgetLinks();
        UUID last = null;
        do {
            last = collecting.forgetUnnamed(last);
        } while (last != null);
        collecting.sweep();
    }
}
