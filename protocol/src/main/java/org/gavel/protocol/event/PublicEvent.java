package org.gavel.protocol.event;

/** Something everybody may see that is no single lot's. */
public sealed interface PublicEvent extends Event
        permits BehaviourAdopted,
                CalendarInstalled,
                NodeResumed,
                RoadshowAnnounced,
                RoadshowEnded,
                RoadshowStarted,
                RulebookInstalled,
                VenueOpened {}
