package org.gavel.ops.cli;

import picocli.CommandLine.Command;

/** {@code gavel proof}: what a bidder, a court or anybody else does with the public log. */
@Command(
        name = "proof",
        description = "Gets and checks proofs that a record is in a venue's public log.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ProofGet.class, ProofVerify.class, ProofConsistency.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  gavel proof get 4711 --node HOST:PORT --token-file my.token --out bid.proof",
            "  gavel proof verify bid.proof --key venue.key",
            "  gavel proof consistency old.note new.note --key venue.key --log http://HOST:PORT/log"
        })
public final class ProofCommand extends CommandGroup {}
