package org.kalends.event.resource;

import java.time.ZoneId;
import org.kalends.event.resource.filter.ComponentFilter;

/**
 * What a query looks for.
 *
 * @param filter on VCALENDAR
 * @param floating the zone in which days and floating times are read
 */
public record ObjectQuery(ComponentFilter filter, ZoneId floating) {}
