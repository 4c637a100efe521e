import {
  type Caller,
  type Form,
  fieldsOf,
  type Knock,
  type Line,
  neverFor,
  personalThings,
  reachOf,
  type Thing,
} from "#tests/integration/access/routes";
import type { Untouched } from "#tests/integration/access/untouched";
import type { TwoAssociations, Whose } from "#tests/support/factories/two-associations";

export type Knocking = { method: string; path: string; caller: Caller; form: Form | null };
/** What answers: the product, or in the probe's own test something that leaks. */
export type Ask = (knocking: Knocking) => Promise<Response>;
/** Whose thing is named; `none` never was. */
export type Relation = Whose | "none";
const everybody: readonly Whose[] = ["a1", "a2", "b1"];
const missing = "00000000-0000-4000-8000-000000000000";

/**
 * Knocks at addresses as each role and says in words what should not have been: somebody foreign was shown or changed,
 * a door stood open, or an answer told that a thing of somebody else exists. No finding is an empty list.
 */
export class Checker {
  /** What was shown of whom, as "caller whose": a probe that saw nothing has found nothing. */
  readonly shown = new Set<string>();
  /** Filled-in forms, "address number", with the best answer that somebody got whose thing it was: below 400 is taken. */
  readonly sent = new Map<string, number>();
  private readonly names: Record<Exclude<Thing, object>, Record<Relation, string>>;

  /** The boxes for longer texts that were tried, as "address name". */
  readonly boxes = new Set<string>();

  constructor(
    private readonly world: TwoAssociations,
    private readonly ask: Ask,
    private readonly untouched: Untouched,
  ) {
    const { participants, proposals, agreements, ended, evidence, followups, imports, listings, placement } =
      world;
    const ofCase = (
      thing: "referral" | "meeting" | "goal" | "activity" | "commitment" | "suggestion" | "task" | "comment",
    ) => ({
      a1: participants.a1[thing],
      a2: participants.a2[thing],
      b1: participants.b1[thing],
      none: missing,
    });
    // One line a kind of thing.
    this.names = {
      referral: ofCase("referral"),
      meeting: ofCase("meeting"),
      goal: ofCase("goal"),
      activity: ofCase("activity"),
      commitment: ofCase("commitment"),
      suggestion: ofCase("suggestion"),
      task: ofCase("task"),
      comment: ofCase("comment"),
      participant: {
        a1: participants.a1.reference,
        a2: participants.a2.reference,
        b1: participants.b1.reference,
        none: "N-9999",
      },
      proposal: { ...proposals, none: missing },
      agreement: { ...agreements, none: missing },
      ended: { ...ended, none: missing },
      evidence: { ...evidence, none: missing },
      followup: { ...followups, none: missing },
      import: { a1: imports.a1, a2: imports.a1, b1: imports.b1, none: missing },
      listing: {
        a1: `${listings.a1.placement}`,
        a2: `${listings.a1.placement}`,
        b1: `${listings.b1.placement}`,
        none: "199999999",
      },
      placement: {
        a1: `${placement}`,
        a2: `${placement}`,
        b1: `${placement}`,
        none: "2000000000",
      },
    };
  }

  /** GET at things of everybody; of a page also its data alone, as a browser asks for it that stays on the page. */
  async get(path: string, line: Line, caller: Caller, isPage: boolean): Promise<string[]> {
    const door = new Door(line, line.get, caller, null);
    const findings: string[] = [];
    const answers = new Map<Relation, Answer>();
    for (const relation of door.relations) {
      const answer = await this.send({ method: "GET", path: this.addressOf(line, path, relation), caller });
      answers.set(relation, answer);
      findings.push(...this.judge(door, relation, answer));
      if (door.isOpen(relation) && !line.hidden && answer.status >= 400)
        findings.push(`${answer.said}, unread`);
      if (!isPage) continue;
      const data = `${answer.path === "/" ? "/_root" : answer.path}.data`;
      const alone = await this.send({ method: "GET", path: data, caller });
      findings.push(...this.foreignIn(alone));
      if (alone.status >= 500) findings.push(alone.said);
    }
    return [...findings, ...this.differences(door, answers)];
  }

  /** POST of an empty form, and of every form filled in: first at what is not the caller's, then at what is. */
  async post(path: string, line: Line, caller: Caller): Promise<string[]> {
    const findings: string[] = [];
    for (const [number, form] of [null, ...formsOf(line)].entries()) {
      const door = new Door(line, line.post, caller, form);
      // Who is refused at the door is refused whatever is in the hand: one filled-in form is enough to see that.
      if (!door.mayKnock && number > 1) break;
      if (form && door.mayKnock) await this.untouched.stage(line.at ?? "visit_booked");
      const answers = new Map<Relation, Answer>();
      const knock = async (relation: Relation) => {
        const filled = form && this.fillIn(form, relation);
        const address = this.addressOf(line, path, relation);
        const answer = await this.send({ method: "POST", path: address, caller, form: filled });
        answers.set(relation, answer);
        findings.push(...this.judge(door, relation, answer));
        return answer;
      };
      const closed = door.relations.filter((relation) => !door.isOpen(relation));
      if (closed.length > 0) {
        const [, changed] = await this.untouched.watch("everything", async () => {
          for (const relation of closed) await knock(relation);
        });
        const asked = `POST ${path} by ${caller} at ${closed.join(", ")}`;
        findings.push(...changed.map((what) => `${asked} changed ${what}`));
      }
      for (const relation of door.relations.filter((one) => door.isOpen(one))) {
        if (form) await this.untouched.stage(line.at ?? "visit_booked");
        const [answer, changed] = await this.untouched.watch(beyond(caller), () => knock(relation));
        findings.push(...changed.map((what) => `${answer.said} changed ${what}`));
        if (form) this.noteSent(`${path} ${number}`, answer.status);
      }
      findings.push(...this.differences(door, answers));
    }
    return findings;
  }

  /**
   * Every box for longer texts on a page, by each form of its address with far too much in it: one form refuses it, says that
   * it is too long, and gives back all that was typed. Nothing is cut without a word, not in the browser either. `more`: forms of
   * the page that the table does not fill in, by the name of the box.
   */
  async tooLong(
    path: string,
    line: Line,
    caller: Caller,
    more: (name: string) => readonly Form[],
  ): Promise<string[]> {
    const door = new Door(line, line.get, caller, null);
    const relation = door.relations.find((one) => door.isOpen(one));
    if (!relation || !new Door(line, line.post, caller, null).mayKnock) return [];
    const knock = { path: this.addressOf(line, path, relation), caller };
    await this.untouched.stage(line.at ?? "visit_booked");
    const { body } = await this.send({ method: "GET", ...knock });
    const findings: string[] = [];
    for (const [box] of body.matchAll(/<textarea[^>]*>/g)) {
      const name = /\bname="([^"]+)"/.exec(box)?.[1] ?? "";
      this.boxes.add(`${path} ${name}`);
      if (/maxlength/i.test(box)) findings.push(`${knock.path}: ${name} cuts what is pasted`);
      let best = "";
      for (const form of [...more(name), ...formsOf(line)]) {
        const filled = { ...this.fillIn(form, relation), [name]: farTooMuch };
        const answer = await this.send({ method: "POST", ...knock, form: filled });
        const isTold = /för lång|[Kk]ortare|[Hh]ögst [\d\s]+ tecken/.test(answer.body);
        const isKept = answer.body.includes(`>${farTooMuch}</textarea>`);
        if (answer.status === 400 && isTold && isKept) best = "";
        else best ||= `${answer.said}: ${name} ${isTold ? "told" : "untold"}, ${isKept ? "kept" : "lost"}`;
        if (best === "") break;
      }
      if (best !== "") findings.push(best);
    }
    return findings;
  }

  /** PUT, PATCH and DELETE with the form filled in: there is no such thing here, and nothing changes. */
  async others(path: string, line: Line, caller: Caller): Promise<string[]> {
    const findings: string[] = [];
    const [form = null] = formsOf(line);
    const door = new Door(line, "nobody", caller, form);
    for (const relation of door.relations) {
      const knock = {
        path: this.addressOf(line, path, relation),
        caller,
        form: form && this.fillIn(form, relation),
      };
      const [answers, changed] = await this.untouched.watch("everything", async () => [
        await this.send({ method: "PUT", ...knock }),
        await this.send({ method: "PATCH", ...knock }),
        await this.send({ method: "DELETE", ...knock }),
      ]);
      for (const answer of answers) {
        findings.push(...this.foreignIn(answer));
        if (answer.status < 300 || answer.status >= 500) findings.push(answer.said);
      }
      findings.push(
        ...changed.map((what) => `PUT, PATCH or DELETE ${knock.path} by ${caller} changed ${what}`),
      );
    }
    return findings;
  }

  private noteSent(form: string, status: number) {
    this.sent.set(form, Math.min(status, this.sent.get(form) ?? status));
  }

  private async send(knocking: Omit<Knocking, "form"> & { form?: Form | null }): Promise<Answer> {
    const { method, path, caller } = knocking;
    const response = await this.ask({ form: null, ...knocking });
    const location = response.headers.get("Location");
    return {
      path,
      caller,
      status: response.status,
      location,
      headers: [...response.headers].map((pair) => pair.join(": ")).join("\n"),
      body: await response.text(),
      said: `${method} ${path} by ${caller}: ${response.status}${location ? ` → ${location}` : ""}`,
    };
  }

  /** What an answer may be, by who knocks at whose door. */
  private judge(door: Door, relation: Relation, answer: Answer): string[] {
    const { line, knock, caller } = door;
    const { status, said } = answer;
    const findings = this.foreignIn(answer);
    const should = (isSo: boolean, what: string) => isSo || findings.push(`${said}, should be ${what}`);
    should(status < 500, "no bug");
    if (knock === "nobody") should([400, 404, 405].includes(status), "no such method");
    else if (line.hidden) should(status === 404, "hidden");
    else if (!door.mayKnock) {
      const toSignIn = [302, 303].includes(status) && /^\/logga-in(\?|$)/.test(answer.location ?? "");
      should(caller === "nobody signed in" ? toSignIn : status === 403, "refused");
    } else if (!door.isReached(relation)) should([400, 404].includes(status), "not found");
    return findings;
  }

  /** Canaries of people beyond the caller's reach, and names and ids of them that the caller did not name first. */
  private foreignIn({ headers, body, path, caller, said }: Answer): string[] {
    const text = `${headers}\n${body}`;
    const found = [...text.matchAll(/kanarie-(a1|a2|b1)-([a-z]+)/g)].map(([word, whose, field]) => ({
      word,
      whose: whose as Whose,
      field: field!,
    }));
    for (const { whose } of found) this.shown.add(`${caller} ${whose}`);
    for (const whose of reachOf[caller]) {
      if (text.includes(this.world.participants[whose].reference)) this.shown.add(`${caller} ${whose}`);
    }
    const foreign = found.filter(({ whose, field }) => {
      if (!reachOf[caller].includes(whose) || neverFor[caller]?.includes(field)) return true;
      return fieldsOf[caller] !== undefined && !fieldsOf[caller].includes(field);
    });
    const names = this.namesBeyond(caller).filter((name) => text.includes(name) && !path.includes(name));
    return [...new Set([...foreign.map(({ word }) => word), ...names])].map(
      (word) => `${said} shows ${word}`,
    );
  }

  private namesBeyond(caller: Caller): string[] {
    return beyond(caller).flatMap((whose) => {
      const { id, reference } = this.world.participants[whose];
      const ofAssociation = whose === "b1" ? [this.world.imports.b1, this.world.listings.b1.offer] : [];
      return [
        id,
        reference,
        this.world.proposals[whose],
        this.world.agreements[whose],
        this.world.ended[whose],
        ...ofAssociation,
      ];
    });
  }

  /** Nobody learns from an answer whether a thing of somebody else exists: it looks as what never was. */
  private differences(door: Door, answers: Map<Relation, Answer>): string[] {
    const never = answers.get("none");
    if (!never) return [];
    return [...answers]
      .filter(([relation]) => relation !== "none" && !door.isReached(relation))
      .filter(
        ([relation, answer]) => this.withoutNames(answer, relation) !== this.withoutNames(never, "none"),
      )
      .map(([, { said }]) => `${said} differs from the answer about what never was`);
  }

  private withoutNames({ status, location, body }: Answer, relation: Relation): string {
    const names = personalThings.map((thing) => this.names[thing][relation]);
    const text = `${status} ${location}\n${body}`;
    return names.reduce((rest, name) => rest.replaceAll(name, "·"), text);
  }

  private addressOf(line: Line, path: string, relation: Relation): string {
    return Object.entries(line.params ?? {}).reduce(
      (address, [name, thing]) =>
        address.replace(
          name === "*" ? "*" : `:${name}`,
          typeof thing === "object" ? thing.value : this.names[thing][relation],
        ),
      path,
    );
  }

  private fillIn(form: Form, relation: Relation): Form {
    return Object.fromEntries(
      Object.entries(form).map(([field, value]) => {
        const thing = markedIn(value);
        if (thing) return [field, this.names[thing][relation]];
        return [field, typeof value === "string" ? value.replace(":whose", relation) : value];
      }),
    );
  }
}

const farTooMuch = "Mycket mer. ".repeat(900).trim();

type Answer = {
  path: string;
  caller: Caller;
  status: number;
  location: string | null;
  headers: string;
  body: string;
  said: string;
};

/** Addresses of the build without a line, and lines without an address. */
export function unknownRoutes(built: readonly string[], table: Record<string, Line>): string[] {
  return [
    ...[...new Set(built)].filter((path) => !(path in table)).map((path) => `${path} has no line`),
    ...Object.keys(table)
      .filter((path) => !built.includes(path))
      .map((path) => `${path} is no address`),
  ].sort();
}

/** What is wrong with a line itself: parameters that are not described, and forms that nobody has filled in. */
export function gapsIn(path: string, line: Line): string[] {
  const inAddress = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
  if (path.endsWith("*")) inAddress.push("*");
  const described = Object.keys(line.params ?? {});
  const gaps = [...inAddress, ...described]
    .filter((name) => !inAddress.includes(name) || !described.includes(name))
    .map((name) => `${path}: parameter ${name}`);
  const isOfRoles = typeof line.post === "object";
  return isOfRoles && formsOf(line).length === 0 ? [...gaps, `${path}: its form is not filled in`] : gaps;
}

export function formsOf({ form }: Line): readonly Form[] {
  if (form === undefined) return [];
  return Array.isArray(form) ? form : [form as Form];
}

/** Who knocks where with what in hand: which things are named there, and whose of them are within reach. */
class Door {
  readonly mayKnock: boolean;
  readonly relations: readonly Relation[];
  private readonly isPersonal: boolean;

  constructor(
    readonly line: Line,
    readonly knock: Knock,
    readonly caller: Caller,
    form: Form | null,
  ) {
    const isSignedIn = caller !== "nobody signed in";
    this.mayKnock =
      knock === "public" || (isSignedIn && (knock === "signed_in" || [...knock].includes(caller as never)));
    const named = [...Object.values(line.params ?? {}), ...Object.values(form ?? {}).map(markedIn)];
    this.isPersonal = personalThings.some((thing) => named.includes(thing));
    // A knock that is refused at the door is refused whatever stands in the address: two are enough to see that.
    const tried = this.mayKnock ? (["a1", "a2", "b1", "none"] as const) : (["a1", "b1"] as const);
    this.relations = this.isPersonal ? tried : ["a1"];
  }

  /** Whether the caller reaches a thing of these; what belongs to nobody is reached by everybody. */
  isReached(relation: Relation): boolean {
    if (!this.isPersonal) return true;
    if (relation === "none" || this.caller === "nobody signed in") return false;
    return (this.line.reach?.[this.caller] ?? reachOf[this.caller]).includes(relation);
  }

  /** Whether the caller gets in, to this. */
  isOpen(relation: Relation): boolean {
    return this.mayKnock && this.isReached(relation);
  }
}

function beyond(caller: Caller): Whose[] {
  return everybody.filter((whose) => !reachOf[caller].includes(whose));
}

/** ":proposal" in a form stands for a proposal of whoever it is about. */
function markedIn(value: Form[string]): Exclude<Thing, object> | null {
  const marked = typeof value === "string" && /^:([a-z]+)$/.exec(value);
  return marked ? (marked[1] as Exclude<Thing, object>) : null;
}
