package org.kalends.cli;

/** Something that the launcher started and has to stop. */
public interface Part {
    void stop();
}
