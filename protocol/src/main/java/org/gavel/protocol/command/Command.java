package org.gavel.protocol.command;

/**
 * Anything that may be asked of the market. A command is a value that has checked itself; whether the market takes
 * it is the engine's answer. Its name on the wire is the record's own name.
 */
public sealed interface Command
        permits AdoptBehaviour,
                AnnounceLot,
                AnnounceRoadshow,
                AskStatus,
                CreditDeposit,
                CreditUnits,
                Genesis,
                HoldDeposit,
                NodeStarted,
                NodeStopping,
                OpenEnvelope,
                OpenLot,
                PauseLot,
                PlaceBid,
                RecordToken,
                RegisterParticipant,
                ResumeLot,
                StartRoadshow,
                StateDigest,
                SubmitEnvelope,
                Tick,
                WithdrawBid,
                WithdrawDeposit,
                WithdrawLot {}
