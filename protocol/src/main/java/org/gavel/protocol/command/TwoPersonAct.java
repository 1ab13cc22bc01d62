package org.gavel.protocol.command;

/** An act that takes something back: nobody may do it alone, a second person of the venue must approve it. */
public interface TwoPersonAct {}
