package org.gavel.protocol.event;

/** Something for the venue alone. */
public sealed interface StaffEvent extends Event
        permits AnswerRepeated, CommandRejected, ExcludedAttempt, PaddlesOpened, RelationMarked, TokenRecorded {}
