package org.kalends.icalendar.text;

/** What a component is made of: lines and components, in the order they came. */
public sealed interface Item permits ContentLine, Block {

    String name();

    /** The text it is written as. */
    String raw();
}
