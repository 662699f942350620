package org.kalends.cli;

/** Something that the launcher started and has to stop. */
interface Part {
    void stop();
}
