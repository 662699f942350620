/** Calendar object resources: events and other components as their clients name, store and list them. */
@NullMarked
package org.kalends.event.resource;

import org.jspecify.annotations.NullMarked;
