package org.kalends.notification;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** All the ways by which news reach people. */
@Dependent
class Routes {

    private final List<Route> all;

    @Inject
    Routes(@Any Instance<Route> all) {
        this(all.stream().toList());
    }

    Routes(List<Route> all) {
        this.all = all;
    }

    List<Route> all() {
        return all;
    }
}
