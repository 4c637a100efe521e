import type { Appetite } from "#app/domain/organisations/employer";
import { done, type Success } from "#app/domain/outcome";
import type { Sector } from "#app/domain/placements/vocabulary";

/** One record of an employer with what hangs on it, as a merge looks at it. */
export type MergeRecord = {
  id: number;
  organisationNumber: string | null;
  name: string;
  sector: Sector;
  verified: boolean;
  appetite: Appetite;
  askAgainOn: string | null;
  owner: { userId: string; name: string } | null;
  workplaces: MergeWorkplace[];
  people: MergePerson[];
};
export type MergeWorkplace = {
  id: number;
  name: string;
  address: string;
  locality: string;
  placements: { id: number; title: string }[];
};
export type MergePerson = {
  id: number;
  workplaceId: number | null;
  name: string;
  email: string | null;
  phone: string | null;
  /** The account, when there is one. */
  userId: string | null;
};

/** Values of which one record's must win. Appetite brings its day along. */
export const mergeFields = ["organisationNumber", "name", "sector", "appetite", "owner"] as const;
export type MergeField = (typeof mergeFields)[number];
export type Side = "kept" | "gone";

/** The fields that differ: only those ask for a choice. A number that only one of them has is the number. */
export function differingFields(kept: MergeRecord, gone: MergeRecord): MergeField[] {
  return mergeFields.filter((field) => {
    if (field === "organisationNumber" && (kept[field] === null || gone[field] === null)) return false;
    return chosenFrom(kept, field) !== chosenFrom(gone, field);
  });
}

/** What whoever merges types to show that the right record goes: its number, or its name while it has none. */
export function typedFor({
  organisationNumber,
  name,
}: Pick<MergeRecord, "organisationNumber" | "name">): string {
  return organisationNumber ?? name;
}

function chosenFrom(record: MergeRecord, field: MergeField): string {
  if (field === "owner") return record.owner?.userId ?? "";
  if (field === "appetite") return `${record.appetite} ${record.askAgainOn ?? ""}`;
  return record[field] ?? "";
}

/** A workplace of the record that goes, with the same name as one of the record that stays. */
export type WorkplaceClash = { gone: MergeWorkplace; kept: MergeWorkplace; titles: TitleClash[] };
/** A placement with the same title as one at the other workplace: matters only when the two are the same place. */
export type TitleClash = { id: number; title: string };

/** Names that cannot stand twice: workplaces of an employer, placements of a workplace. */
export function clashesOf(kept: MergeRecord, gone: MergeRecord): WorkplaceClash[] {
  return gone.workplaces.flatMap((moving) => {
    const same = kept.workplaces.find(({ name }) => name === moving.name);
    if (!same) return [];
    const taken = new Set(same.placements.map(({ title }) => title));
    return [{ gone: moving, kept: same, titles: moving.placements.filter(({ title }) => taken.has(title)) }];
  });
}

/** What was chosen. Workplaces and placements are named by their ids; missing answers are for `planMerge` to find. */
export type MergeChoices = {
  fields: Partial<Record<MergeField, Side>>;
  workplaces: Record<number, { answer: "same" | "apart" | null; newName: string }>;
  titles: Record<number, string>;
};

/** What shall be done: nothing is thrown away, everything that moves is named. */
export type MergePlan = {
  fields: Record<MergeField, Side>;
  /** Workplaces that move, under this name. */
  moved: { id: number; name: string }[];
  /** Workplaces that become one with another: their placements and people go there. */
  joined: { id: number; into: number; titles: { id: number; title: string }[] }[];
  people: { id: number; workplaceId: number | null; name: string; joins: number | null }[];
};
/** What has to be mended, by the form's field. Codes of `register:error.*`. */
export type MergeErrors = Record<string, string>;

/** A name that is free: "Bageriet (2)". */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) {
    const proposed = `${name} (${number})`;
    if (!taken.has(proposed)) return proposed;
  }
}

/** Turns choices into a plan, or says which answers are missing or impossible. */
export function planMerge(
  kept: MergeRecord,
  gone: MergeRecord,
  choices: MergeChoices,
): Success<{ plan: MergePlan }> | { ok: false; code: "choices"; errors: MergeErrors } {
  const errors: MergeErrors = {};
  const differing = differingFields(kept, gone);
  for (const field of differing) if (!choices.fields[field]) errors[`falt.${field}`] = "choose_side";
  const fields = Object.fromEntries(
    mergeFields.map((field) => [field, choices.fields[field] ?? "kept"]),
  ) as MergePlan["fields"];
  if (kept.organisationNumber === null || gone.organisationNumber === null)
    fields.organisationNumber = kept.organisationNumber === null ? "gone" : "kept";

  const clashes = new Map(clashesOf(kept, gone).map((clash) => [clash.gone.id, clash]));
  const names = new Set([...kept.workplaces, ...gone.workplaces].map(({ name }) => name));
  const joined: MergePlan["joined"] = [];
  const moved: MergePlan["moved"] = [];
  for (const { id, name } of gone.workplaces) {
    const clash = clashes.get(id);
    if (!clash) {
      moved.push({ id, name });
      continue;
    }
    const { answer, newName } = choices.workplaces[id] ?? { answer: null, newName: "" };
    if (answer === null) errors[`stalle.${id}`] = "choose_same";
    if (answer === "same") joined.push({ id, into: clash.kept.id, titles: retitle(clash, choices, errors) });
    if (answer === "apart") {
      const wanted = newName.trim();
      if (wanted === "" || wanted.length > 120) errors[`stallenamn.${id}`] = "name_required";
      else if (names.has(wanted)) errors[`stallenamn.${id}`] = "name_taken";
      names.add(wanted);
      moved.push({ id, name: wanted });
    }
  }
  if (Object.keys(errors).length > 0) return { ok: false, code: "choices", errors };
  return done({ plan: { fields, moved, joined, people: placePeople(kept, gone, joined) } });
}

function retitle(clash: WorkplaceClash, choices: MergeChoices, errors: MergeErrors) {
  const taken = new Set([...clash.kept.placements, ...clash.gone.placements].map(({ title }) => title));
  return clash.titles.map(({ id }) => {
    const title = (choices.titles[id] ?? "").trim();
    if (title === "" || title.length > 120) errors[`rubrik.${id}`] = "title_required";
    else if (taken.has(title)) errors[`rubrik.${id}`] = "title_taken";
    taken.add(title);
    return { id, title };
  });
}

/** The same person in both records becomes one when nothing is lost by it; otherwise both stay, one with a number. */
function placePeople(kept: MergeRecord, gone: MergeRecord, joined: MergePlan["joined"]): MergePlan["people"] {
  const into = new Map(joined.map((one) => [one.id, one.into]));
  const here = [...kept.people];
  return gone.people.map((person) => {
    const workplaceId =
      person.workplaceId === null ? null : (into.get(person.workplaceId) ?? person.workplaceId);
    const beside = here.filter((one) => one.workplaceId === workplaceId);
    const twin = beside.find(({ name }) => name === person.name);
    if (
      twin &&
      (["email", "phone", "userId"] as const).every((field) => agrees(twin[field], person[field]))
    ) {
      return { id: person.id, workplaceId, name: person.name, joins: twin.id };
    }
    const name = twin ? freeName(person.name, new Set(beside.map((one) => one.name))) : person.name;
    here.push({ ...person, workplaceId, name });
    return { id: person.id, workplaceId, name, joins: null };
  });
}

function agrees(one: string | null, other: string | null): boolean {
  return one === null || other === null || one.toLowerCase() === other.toLowerCase();
}

/** Reads the form of a merge: `falt.<field>`, `stalle.<id>`, `stallenamn.<id>`, `rubrik.<id>`. */
export function readMergeChoices(form: Iterable<[string, unknown]>): MergeChoices {
  const choices: MergeChoices = { fields: {}, workplaces: {}, titles: {} };
  const workplace = (id: number) => {
    choices.workplaces[id] ??= { answer: null, newName: "" };
    return choices.workplaces[id];
  };
  for (const [name, value] of form) {
    const [, what, which = ""] = /^(falt|stalle|stallenamn|rubrik)\.(\w+)$/.exec(name) ?? [];
    if (!what || typeof value !== "string") continue;
    const field = mergeFields.find((one) => one === which);
    if (what === "falt" && field && (value === "kept" || value === "gone")) choices.fields[field] = value;
    const id = Number(which);
    if (what === "falt" || !Number.isSafeInteger(id) || id < 1) continue;
    if (what === "stalle" && (value === "same" || value === "apart")) workplace(id).answer = value;
    if (what === "stallenamn") workplace(id).newName = value;
    if (what === "rubrik") choices.titles[id] = value;
  }
  return choices;
}
