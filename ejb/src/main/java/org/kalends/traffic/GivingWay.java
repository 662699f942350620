package org.kalends.traffic;

import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Around work that nobody waits for: it begins when no request is being answered on this node, or after a moment. A
 * meeting of thousands has thousands of copies and mails to be made, and whoever plans the next one is not to wait in
 * line with them for a processor.
 */
public class GivingWay {

    private static final Duration LONGEST = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofMillis(3);

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    /** @throws Exception whatever the work throws */
    @AroundInvoke
    @Nullable
    Object giveWay(InvocationContext work) throws Exception {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (answering() && System.nanoTime() < until) LockSupport.parkNanos(LOOK.toNanos());
        return work.proceed();
    }

    /** At any application: with Payara Micro each WAR is one, and both take messages. */
    private boolean answering() throws JMException {
        for (var name : beans.queryNames(new ObjectName(Traffic.BEANS + ",app=*"), null))
            if (answering(name)) return true;
        return false;
    }

    /** One that was just stopped answers nothing. */
    private boolean answering(ObjectName application) throws JMException {
        try {
            return (Integer) beans.getAttribute(application, "InFlight") > 0;
        } catch (InstanceNotFoundException stopped) {
            return false;
        }
    }
}
