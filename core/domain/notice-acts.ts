import type { ScmClient } from "../scm/client.ts";

/** Told after every act on SSL certificates, also one whose answer was lost: it may have taken effect. */
type OnAct = (sslIds: readonly number[]) => Promise<void>;

type Certificates = ScmClient["certificates"];

/**
 * The same client, that tells of what it changes: an inventory must not contradict the run that it stands in. An id that
 * only the answer tells is told with it.
 */
export function noticingActs(client: ScmClient, onAct: OnAct): ScmClient {
  const told = async <T>(
    act: () => Promise<T>,
    idsOf: (answer: T | null) => readonly (number | null)[],
  ): Promise<T> => {
    let answer: T | null = null;
    try {
      answer = await act();
      return answer;
    } finally {
      await onAct(idsOf(answer).filter((id) => id !== null));
    }
  };
  const plain = client.certificates;
  const certificates: Certificates = {
    ...plain,
    enroll: (...given) =>
      told(
        () => plain.enroll(...given),
        (answer) => [answer?.sslId ?? null],
      ),
    renew: (sslId, ...given) =>
      told(
        () => plain.renew(sslId, ...given),
        (answer) => [sslId, answer?.sslId ?? null],
      ),
    replace: (sslId, ...given) =>
      told(
        () => plain.replace(sslId, ...given),
        () => [sslId],
      ),
    update: (sslId, ...given) =>
      told(
        () => plain.update(sslId, ...given),
        () => [sslId],
      ),
    revoke: (sslId, ...given) =>
      told(
        () => plain.revoke(sslId, ...given),
        () => [sslId],
      ),
    revokeBySerial: (...given) =>
      told(
        () => plain.revokeBySerial(...given),
        () => [],
      ),
    approve: (sslId, ...given) =>
      told(
        () => plain.approve(sslId, ...given),
        () => [sslId],
      ),
    decline: (sslId, ...given) =>
      told(
        () => plain.decline(sslId, ...given),
        () => [sslId],
      ),
  };
  return { ...client, certificates, through: (sensors) => noticingActs(client.through(sensors), onAct) };
}
