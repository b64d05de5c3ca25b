/** An answer that is octets already, as the message of the method's answer is encoded. They are sent as they are. */
export class Encoded {
  readonly octets: Uint8Array;

  constructor(octets: Uint8Array) {
    this.octets = octets;
  }
}
