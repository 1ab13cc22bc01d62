// Which channels the page follows beside the market's and the bidder's own: those of what is shown, and no others.

/**
 * The channels of what is shown.
 *
 * @param book the unit book that is shown, 0 where none is
 * @param orders whether its orders are shown one by one
 * @param desk the lot or deal whose desk the staff see, 0 where they see none
 */
export function channelsOf({ view, book, orders, desk }) {
  return [
    ...(view === "books" ? ["books"] : []),
    ...(book ? [`book.${book}`, `book.${book}.depth`] : []),
    ...(book && orders ? [`book.${book}.orders`] : []),
    ...(desk ? [`desk.${desk}`] : []),
  ];
}

export class Following {
  /** left(channel) is called with each that is followed no more. */
  constructor(connection, left) {
    this.connection = connection;
    this.left = left;
    this.channels = [];
  }

  /** Follows these channels, and no longer those of before that are not among them. */
  only(channels) {
    for (const channel of this.channels.filter((before) => !channels.includes(before))) {
      this.connection.unfollow(channel);
      this.left(channel);
    }
    for (const channel of channels.filter((wanted) => !this.channels.includes(wanted))) {
      this.connection.follow(channel).catch(() => {});
    }
    this.channels = channels;
  }
}
