package org.kalends.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kalends.identity.Principal.Kind;
import org.kalends.identity.Principal.Role;
import org.kalends.identity.Registration.Place;
import org.kalends.problem.CalendarException;
import org.kalends.problem.Problem;
import org.kalends.support.ContainerResources;

/** Runs inside the container, where the boundary's transaction can be seen; what is seen from outside is tested there. */
@ExtendWith(ArquillianExtension.class)
class ProvisioningIT {

    @Inject
    Provisioning provisioning;

    @Resource
    UserTransaction transaction;

    @Deployment
    static WebArchive kalends() throws IOException {
        ContainerResources.write();
        return ShrinkWrap.createFromZipFile(
                WebArchive.class, new File("../../cli/target/kalends/server/kalends-web.war"));
    }

    private static Registration person(String login) {
        var address = new CalendarAddress(login + "@inside.test");
        return new Registration(
                Kind.USER, login, login, address, "", ZoneId.of("UTC"), Locale.ENGLISH, Role.USER, Place.NONE);
    }

    @Test
    void aRegistrationLastsOnlyIfItsCallersTransactionCommits() throws Exception {
        transaction.begin();
        var first = provisioning.register(person("lasting"), "");
        transaction.rollback();

        transaction.begin();
        var second = provisioning.register(person("lasting"), "");
        transaction.commit();
        assertNotEquals(first.id(), second.id());
        assertFalse(provisioning.nobodyYet());
    }

    @Test
    void aTakenLoginReachesTheCallerUnwrappedAndDoomsTheTransaction() throws Exception {
        provisioning.register(person("taken"), "");
        transaction.begin();
        var refusal = assertThrows(CalendarException.class, () -> provisioning.register(person("taken"), ""));
        assertEquals(Problem.CONFLICT, refusal.problem());
        assertEquals(Status.STATUS_MARKED_ROLLBACK, transaction.getStatus());
        transaction.rollback();
    }
}
