import { Agent, request } from "node:http";

/** One line of JSON a figure. `ratio` compares with another figure of the same run, so that machines do not matter. */
export function report(
  name: string,
  value: number,
  unit: string,
  compared?: { to: string; ratio: number },
): void {
  const line = {
    name,
    value: round(value),
    unit,
    ratio_to: compared?.to ?? null,
    ratio: compared ? round(compared.ratio) : null,
  };
  console.log(JSON.stringify(line));
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

export type Times = { p50: number; p95: number; perSecond: number };

/** Runs `count` calls over `lanes` at a time, in order; milliseconds each, calls a second together. */
export async function measure(
  count: number,
  lanes: number,
  call: (index: number) => Promise<unknown>,
): Promise<Times> {
  const times: number[] = [];
  let next = 0;
  const began = performance.now();
  const lane = async () => {
    while (next < count) {
      const index = next++;
      const start = performance.now();
      await call(index);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return timesOf(times, performance.now() - began);
}

/** Several ways of asking, turn by turn on one lane: whatever else the machine does meets all alike. */
export async function measureInTurns<const Ways extends readonly ((index: number) => Promise<unknown>)[]>(
  count: number,
  ways: Ways,
): Promise<{ [Way in keyof Ways]: Times }> {
  const taken = ways.map((): number[] => []);
  for (let index = 0; index < count; index++) {
    for (const [way, call] of ways.entries()) {
      const start = performance.now();
      await call(index);
      taken[way]!.push(performance.now() - start);
    }
  }
  const told = taken.map((times) =>
    timesOf(
      times,
      times.reduce((sum, time) => sum + time, 0),
    ),
  );
  return told as { [Way in keyof Ways]: Times };
}

/** What single times say together. `spent` is how long all took, in milliseconds. */
function timesOf(times: number[], spent: number): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { p50: at(0.5), p95: at(0.95), perSecond: times.length / (spent / 1000) };
}

/** Reads addresses of one server over connections that stay open. Throws on any answer but 200. */
export function reader(origin: string, connections: number, headers: Record<string, string> = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const read = (path: string) =>
    new Promise<string>((done, fail) => {
      request(new URL(path, origin), { agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => {
          const body = Buffer.concat(parts).toString();
          if (response.statusCode === 200) done(body);
          else fail(new Error(`${path}: ${response.statusCode} ${body.slice(0, 200)}`));
        });
      })
        .on("error", fail)
        .end();
    });
  return { read, close: () => agent.destroy() };
}
