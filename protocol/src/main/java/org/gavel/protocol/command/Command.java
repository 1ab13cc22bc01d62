package org.gavel.protocol.command;

/**
 * Anything that may be asked of the market. A command is a value that has checked itself; whether the market takes
 * it is the engine's answer. Its name on the wire is the record's own name.
 */
public sealed interface Command
        permits AdoptBehaviour,
                AnnounceLot,
                AnnounceRoadshow,
                AnswerInquiry,
                AskStatus,
                CallLot,
                CreditDeposit,
                CreditUnits,
                Genesis,
                GrantPriority,
                HammerLot,
                HoldDeposit,
                MatchPrice,
                NodeStarted,
                NodeStopping,
                OpenEnvelope,
                OpenLot,
                OverrideIncrement,
                PauseLot,
                PlaceBid,
                PlaceMaximum,
                PostponeLot,
                RecordToken,
                RegisterParticipant,
                ReopenLot,
                ResumeLot,
                StartRoadshow,
                StateDigest,
                TerminateLot,
                SubmitEnvelope,
                Tick,
                UndoBid,
                VoidEnvelope,
                WithdrawBid,
                WithdrawDeposit,
                WithdrawLot {}
