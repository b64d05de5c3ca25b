/** A value that Terraform allows and a provider can't take in. Its words are shown to people as they are. */
export class UnreadableValue extends Error {
  readonly detail: string;

  constructor(summary: string, detail: string) {
    super(summary);
    this.name = "UnreadableValue";
    this.detail = detail;
  }
}
