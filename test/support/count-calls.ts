import { Session } from "node:inspector/promises";

/** How often functions of a file were called while `act` ran; V8 counts them itself. */
export async function countCalls(
  file: string,
  act: () => Promise<void>,
): Promise<ReadonlyMap<string, number>> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    await act();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const functions = result.filter(({ url }) => url.endsWith(file)).flatMap((script) => script.functions);
    return new Map(functions.map(({ functionName, ranges }) => [functionName, ranges[0]?.count ?? 0]));
  } finally {
    session.disconnect();
  }
}
