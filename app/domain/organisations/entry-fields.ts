import { type Demand, demands, type Level, type PlacementKind } from "#app/domain/placements/vocabulary";

/** One field that staff filled in or changed. `before` null: the employer had not said. */
export type FieldChange =
  | { field: Demand | "support"; before: Level | null; after: Level }
  | { field: "kinds"; before: PlacementKind[] | null; after: PlacementKind[] };

const unsaid = "?";
const words = (value: Level | PlacementKind[] | null) =>
  value === null ? unsaid : Array.isArray(value) ? value.join(",") : String(value);

/** What an entry keeps: the placement's title, and below it one line for each field, before and after. */
export function writeSubject(title: string, changes: readonly FieldChange[]): string {
  const lines = changes.map(({ field, before, after }) => `${field} ${words(before)} ${words(after)}`);
  return [title.replaceAll("\n", " "), ...lines].join("\n");
}

/** The title and the fields of an entry; entries without fields are a title alone. */
export function readSubject(subject: string): { title: string; changes: FieldChange[] } {
  const [title, ...lines] = subject.split("\n");
  return { title: title!, changes: lines.flatMap(readLine) };
}

function readLine(line: string): FieldChange[] {
  const [field, before, after] = line.split(" ");
  if (!field || !before || !after) return [];
  if (field === "kinds") {
    const kinds = (text: string) => text.split(",") as PlacementKind[];
    return [{ field, before: before === unsaid ? null : kinds(before), after: kinds(after) }];
  }
  const known = field === "support" ? field : demands.find((demand) => demand === field);
  if (!known) return [];
  return [
    {
      field: known,
      before: before === unsaid ? null : (Number(before) as Level),
      after: Number(after) as Level,
    },
  ];
}
