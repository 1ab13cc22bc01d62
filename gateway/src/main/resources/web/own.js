// What a bidder has under way about one lot or deal beside bids: an intention, a pledge, an objection, an agreement,
// offers; and what the venue has decided about them.

/** What stands in an entry of which nothing was told. */
export const UNWRITTEN = { application: "NONE", reason: "", mark: "NONE", excluded: false, licence: "", priority: false };

/** Offers to a need that stand, as their maker and the need's owner are told of them. */
function offersAfter(before, event) {
  const changed = (change) => before.map((offer) => (offer.offer === event.offer ? { ...offer, ...change } : offer));
  switch (event.event) {
    case "InterestTold":
      return changed({ interested: event.interested });
    case "OfferMatched":
      return changed({ other: event.other });
    case "OfferWithdrawn":
      return before.filter((offer) => offer.offer !== event.offer);
    default:
      return [...before, {
        offer: event.offer, own: event.event === "OfferMade", price: event.price, proposal: event.proposal, interested: false, other: 0,
      }];
  }
}

/** What an event of the bidder's own channel changes of what stands in the entry. */
export function underWay(entry, event) {
  const place = entry.intention;
  const moved = (change) => (place ? { intention: { ...place, ...change } } : {});
  switch (event.event) {
    case "IntentionRegistered":
      return { intention: { number: event.number, offer: event.offer, related: event.related, until: event.decideBy, lapsed: false } };
    case "ApplicationReceived":
      return { application: "RECEIVED" };
    case "PartyMarked":
      return { mark: event.cause, excluded: event.excluded };
    case "PriorityGranted":
      return { priority: true };
    case "LicenceRecorded":
      return { licence: event.reference };
    case "DepositAsked":
      return moved({ until: event.payBy });
    case "IntentionTermMoved":
      return moved({ until: event.until });
    case "IntentionLapsed":
      return moved({ until: 0, lapsed: true });
    case "QualificationDecided":
      return { application: event.qualified ? "QUALIFIED" : "REFUSED", reason: event.reason, ...(event.qualified ? {} : moved({ until: 0 })) };
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
    case "OfferMade":
    case "OfferReceived":
    case "InterestTold":
    case "OfferMatched":
    case "OfferWithdrawn":
      return { offers: offersAfter(entry.offers || [], event) };
    default:
      return {};
  }
}
