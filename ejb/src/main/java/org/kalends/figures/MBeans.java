package org.kalends.figures;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What an application shows in the platform's MBean server, {@code org.kalends:type=…,app=…}. The name carries the
 * application, because with Payara Micro each WAR is one and brings these beans along.
 */
@Dependent
public class MBeans {

    @Resource(lookup = "java:app/AppName")
    String app;

    private final List<ObjectName> registered = new ArrayList<>();

    /**
     * Shows one.
     *
     * @param key {@code type=Outbox}
     * @throws IllegalStateException if there is one of that name
     */
    public void register(String key, Object view) {
        try {
            var name = new ObjectName("org.kalends:" + key + ",app=" + app);
            ManagementFactory.getPlatformMBeanServer().registerMBean(view, name);
            registered.add(name);
        } catch (JMException e) {
            throw new IllegalStateException("The MBean " + key + " cannot be registered", e);
        }
    }

    /** Takes them all away. */
    public void unregisterAll() {
        try {
            for (var name : registered)
                ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        } catch (JMException e) {
            throw new IllegalStateException("An MBean cannot be taken away", e);
        }
    }
}
