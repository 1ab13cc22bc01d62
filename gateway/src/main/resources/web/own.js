// What a bidder has under way about one lot or deal beside bids: an intention, a pledge, an objection, an agreement.

/** What an event of the bidder's own channel changes of what stands in the entry. */
export function underWay(entry, event) {
  const place = entry.intention;
  const moved = (change) => (place ? { intention: { ...place, ...change } } : {});
  switch (event.event) {
    case "IntentionRegistered":
      return { intention: { number: event.number, offer: event.offer, until: event.decideBy, lapsed: false } };
    case "DepositAsked":
      return moved({ until: event.payBy });
    case "IntentionTermMoved":
      return moved({ until: event.until });
    case "IntentionLapsed":
      return moved({ until: 0, lapsed: true });
    case "QualificationDecided":
      return event.qualified ? {} : moved({ until: 0 });
    case "DepositHeld":
      return moved({ until: 0 });
    case "PriceOffered":
    case "ListingQuoted":
      return moved({ offer: event.amount });
    case "PledgeMade":
      return { pledge: event.shares };
    case "PledgeWithdrawn":
      return { pledge: 0 };
    case "ObjectionRaised":
      return { objection: event.objection };
    case "ObjectionWithdrawn":
      return { objection: 0 };
    case "DealAnnounced":
      return { agreed: true };
    default:
      return {};
  }
}
