package org.kalends.icalendar;

/** What a component is made of: lines and components, in the order they came. */
sealed interface Item permits ContentLine, Block {

    String name();

    /** The text it is written as. */
    String raw();
}
