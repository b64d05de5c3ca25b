/**
 * How long to wait between two looks at a certificate that is on its way.
 *
 * The table argues: private CAs answer within a second or two, and who waits for them should not notice a pause. With
 * organization and domain validated beforehand the public CA takes 15 to 30 seconds, so the next looks aim there. What
 * takes longer than two minutes waits for a person or for validation, where a minute more is nothing, while thousands of
 * waiting certificates are. The CA's own documents ask for slow polling and no parallel collects.
 * Sources: delays seen in public clients of SCM's REST API; Sectigo's SPS documentation, "collect".
 */
const PAUSES: readonly { readonly untilSeconds: number; readonly pauseSeconds: number }[] = [
  { untilSeconds: 3, pauseSeconds: 1 },
  { untilSeconds: 15, pauseSeconds: 3 },
  { untilSeconds: 60, pauseSeconds: 5 },
  { untilSeconds: 120, pauseSeconds: 10 },
  { untilSeconds: 900, pauseSeconds: 30 },
];

/** After a quarter of an hour: an administrator has to act, and will not act within the minute. */
const LONGEST_PAUSE_SECONDS = 60;

/** How much of the shortest wait that was seen passes before it is worth another look; the next may be issued sooner. */
const EARLY = 0.75;

/** What was seen so far says little, so that its pause is no longer than this. */
const LONGEST_LEARNT_MS = 15_000;

/**
 * @param waitedMs time since the first look
 * @param shortestMs the shortest such time in which another order of the kind was issued; null when it is not known
 * @returns milliseconds until the next one
 */
export function pauseAfter(waitedMs: number, shortestMs: number | null = null): number {
  const row = PAUSES.find(({ untilSeconds }) => waitedMs < untilSeconds * 1000);
  const usual = (row?.pauseSeconds ?? LONGEST_PAUSE_SECONDS) * 1000;
  const learnt = shortestMs === null ? 0 : EARLY * shortestMs - waitedMs;
  return Math.max(usual, Math.min(learnt, LONGEST_LEARNT_MS));
}
